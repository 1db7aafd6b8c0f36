package cn.daxietong.cleancopy;

import java.util.List;

/**
 * What the child says of a file, in lines.
 *
 * @param word {@code cleaned}, {@code needs} or {@code held}
 * @param detail the extension of the copy; a {@link Need} and what it is told; the name of a {@link Hold}
 * @param listing what lies in an archive
 */
record Verdict(String word, String detail, List<String> listing) {
    /** What must be done by another program before the child can, or in its place. */
    enum Need {
        OFFICE,
        FILM,
        SOUND,
        HEIC,
        WEBP
    }

    Verdict {
        listing = List.copyOf(listing);
    }

    static Verdict cleaned(String extension) {
        return new Verdict("cleaned", extension, List.of());
    }

    static Verdict needs(Need need, String told) {
        return new Verdict("needs", need + " " + told, List.of());
    }

    static Verdict held(Hold hold) {
        return new Verdict("held", hold.name(), List.of());
    }

    static Verdict held(Hold.Held held) {
        return new Verdict("held", held.hold().name(), held.listing());
    }

    static Verdict read(List<String> lines) {
        var first = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", 2);
        return first.length < 2 ? held(Hold.LIMITS) : new Verdict(first[0], first[1], lines.subList(1, lines.size()));
    }

    String written() {
        return word + " " + detail + "\n" + String.join("\n", listing);
    }

    Hold hold() {
        return Hold.valueOf(detail);
    }

    Need need() {
        return Need.valueOf(detail.substring(0, detail.indexOf(' ')));
    }

    String told() {
        return detail.substring(detail.indexOf(' ') + 1);
    }
}
