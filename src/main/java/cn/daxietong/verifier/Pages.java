package cn.daxietong.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says where in a file that does not fit its digest the change lies: which pages, which stretch, or what lies around them. */
final class Pages {
    private static final byte[] BEGIN = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final byte[] END = {'e', 'n', 'd', 's', 't', 'r', 'e', 'a', 'm'};
    private static final long MOST_SEARCHED = 64L << 20;

    private final BagFile bag;
    private final Suite suite;

    Pages(BagFile bag, Suite suite) {
        this.bag = bag;
        this.suite = suite;
    }

    /** The end of a sentence that begins with the file's name. */
    String change(BagFile.Item item, Manifest.Listed listed) throws IOException {
        if (listed.parts().isEmpty()) {
            return "的内容被改动";
        }
        var changed = new ArrayList<Manifest.Part>();
        for (var part : listed.parts()) {
            if (!fits(item, part)) {
                changed.add(part);
            }
        }
        if (changed.isEmpty()) {
            return "被改动：各页正文未变，改动在页的次序、字体或附属信息";
        }
        if (!listed.parts().getFirst().isPage()) {
            return "被改动，改动在" + labels(changed);
        }
        var elsewhere = elsewhere(item);
        var moved = changed.stream()
                .filter(p -> elsewhere.contains(HexFormat.of().formatHex(p.digest())))
                .toList();
        changed.removeAll(moved);
        var sentence = new ArrayList<String>();
        if (!changed.isEmpty()) {
            sentence.add(labels(changed) + "被改动或抽走");
        }
        if (!moved.isEmpty()) {
            sentence.add(
                    changed.isEmpty() ? "各页正文都在，但文件被重新编排：页的次序或位置被调换（" + labels(moved) + "）" : labels(moved) + "的位置被移动");
        }
        return "：" + String.join("；", sentence);
    }

    private boolean fits(BagFile.Item item, Manifest.Part part) throws IOException {
        if (part.offset() < 0 || part.length() < 0 || part.offset() + part.length() > item.size()) {
            return false;
        }
        var digest = suite.digest();
        bag.stream(item, part.offset(), part.length(), (bytes, length) -> digest.update(bytes, 0, length));
        return Arrays.equals(digest.done(), part.digest());
    }

    private static String labels(List<Manifest.Part> parts) {
        var shown = parts.stream().limit(12).map(Manifest.Part::label).collect(Collectors.joining("、"));
        return parts.size() > 12 ? shown + "等 " + parts.size() + " 处" : shown;
    }

    /** The digests of everything that stands between stream and endstream, wherever a page went. */
    private Set<String> elsewhere(BagFile.Item item) throws IOException {
        var digests = new HashSet<String>();
        if (item.size() > MOST_SEARCHED) {
            return digests;
        }
        var bytes = bag.read(item);
        int at = find(bytes, BEGIN, 0);
        while (at >= 0) {
            int from = at + BEGIN.length;
            from += from + 1 < bytes.length && bytes[from] == '\r' && bytes[from + 1] == '\n' ? 2 : 1;
            int to = find(bytes, END, from);
            if (to < 0) {
                break;
            }
            for (int trimmed = to; trimmed >= from && trimmed >= to - 2; trimmed--) {
                digests.add(HexFormat.of().formatHex(suite.digest(Arrays.copyOfRange(bytes, from, trimmed))));
            }
            at = find(bytes, BEGIN, to + END.length);
        }
        return digests;
    }

    private static int find(byte[] within, byte[] what, int from) {
        outer:
        for (int i = from; i <= within.length - what.length; i++) {
            for (int j = 0; j < what.length; j++) {
                if (within[i + j] != what[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
