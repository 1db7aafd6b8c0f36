package cn.daxietong.tipoff;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an officer's page shows of a tip-off.
 *
 * @param part what the viewer's key is for; absent where the viewer has no part
 * @param enrolled whether the viewer has a pair of keys
 * @param unlocked whether it is open now
 * @param mayAllow whether a custodian's answer is waited for
 * @param mayOpenIdentity whether the viewer's own request was agreed to
 * @param lead what the lead would say, kept where it was not handed on yet; absent while it cannot be
 * @param leaks what in it only the teller could have known
 * @param faults why it was not handed on
 * @param alike others that say much the same; absent until they were looked for
 * @param next what the viewer may do with it
 * @param draft a message that was not sent because the keys had been shut meanwhile
 * @param held the lead that was not handed on for the same reason
 */
public record DeskPage(
        String id,
        String number,
        String title,
        String status,
        @Nullable String part,
        boolean enrolled,
        boolean unlocked,
        List<Letter> letters,
        @Nullable Request request,
        boolean mayAllow,
        boolean mayOpenIdentity,
        @Nullable Lead lead,
        List<String> leaks,
        List<String> faults,
        @Nullable List<Alike> alike,
        List<Next> next,
        String draft,
        @Nullable Lead held) {

    /** What can be done now that it has been read. */
    public record Next(String name, String title) {}

    /** A letter that the viewer's keys opened. */
    public record Letter(int place, String who, String on, String text, List<File> files) {}

    /** A file beside a letter; what the viewer is given is the clean copy. */
    public record File(String id, String name, String size) {}

    /** All files of all letters, to be chosen from. */
    public List<File> files() {
        return letters.stream().flatMap(letter -> letter.files().stream()).toList();
    }

    /** A request to see the identity. */
    public record Request(String by, String reason) {}

    /**
     * The lead as it would go out.
     *
     * @param copies the files whose clean copies shall go with it
     */
    public record Lead(String title, String place, String description, Set<String> copies) {
        static final Lead EMPTY = new Lead("", "", "", Set.of());

        // Read off a form, which leaves out what was not filled in.
        public Lead {
            title = Objects.requireNonNullElse(title, "");
            place = Objects.requireNonNullElse(place, "");
            description = Objects.requireNonNullElse(description, "");
            copies = Set.copyOf(Objects.requireNonNullElse(copies, Set.of()));
        }

        boolean isEmpty() {
            return equals(EMPTY);
        }
    }

    /** Another tip-off that says much the same. */
    public record Alike(String id, String number, int percent) {}
}
