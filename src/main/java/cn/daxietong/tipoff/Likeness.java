package cn.daxietong.tipoff;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** How alike two texts are, and what of one stands in another; on plain text in an officer's memory, never on anything stored. */
final class Likeness {
    private static final int QUOTED = 10;
    private static final Pattern NUMBERS =
            Pattern.compile("[A-Z0-9]{5,}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{4,6}");
    private static final Pattern HOURS =
            Pattern.compile("(凌晨|半夜|夜里|早上|上午|中午|下午|傍晚|晚上)?\\d{1,2}(点|时|:|：)\\d{0,2}分?(许|左右)?");
    private static final List<String> ONLY_ONE = List.of(
            "我", "本人", "亲眼", "亲耳", "只有", "唯一", "当时在场", "偷偷", "拍到", "录音", "同事", "邻居", "房东", "前妻", "前夫", "老板娘", "内部");

    private Likeness() {}

    /** Shared pairs of characters, in percent of all of both; the same number in both makes it certain enough to look. */
    static int percent(String a, String b) {
        var numbers = new HashSet<>(found(NUMBERS, a));
        numbers.retainAll(found(NUMBERS, b));
        if (!numbers.isEmpty()) {
            return 100;
        }
        var mine = pairs(a);
        var all = new HashSet<>(mine);
        var theirs = pairs(b);
        all.addAll(theirs);
        mine.retainAll(theirs);
        return all.isEmpty() ? 0 : 100 * mine.size() / all.size();
    }

    /** Sentences that say what in {@code leaving} would point to the teller of {@code told}; empty where nothing was found, which is no proof. */
    static List<String> leaks(String leaving, String told) {
        var leaks = new LinkedHashSet<String>();
        for (int at = 0; at + QUOTED <= leaving.length(); at++) {
            var piece = leaving.substring(at, at + QUOTED);
            if (!piece.contains("\n") && told.contains(piece)) {
                int end = at + QUOTED;
                while (end < leaving.length() && told.contains(leaving.substring(at, end + 1))) {
                    end++;
                }
                leaks.add("“" + leaving.substring(at, end) + "”是举报人的原话，请换自己的话写");
                at = end;
            }
        }
        found(HOURS, leaving).stream()
                .filter(told::contains)
                .forEach(hour -> leaks.add("“" + hour + "”这个钟点可能只有举报人知道，请只写到日期"));
        ONLY_ONE.stream().filter(leaving::contains).forEach(word -> leaks.add("“" + word + "”会让人想到是谁说的，请改写"));
        return List.copyOf(leaks);
    }

    private static Set<String> found(Pattern pattern, String text) {
        var all = new LinkedHashSet<String>();
        var matcher = pattern.matcher(text.toUpperCase(java.util.Locale.ROOT));
        while (matcher.find()) {
            all.add(matcher.group());
        }
        return all;
    }

    private static Set<String> pairs(String text) {
        var points = text.codePoints().filter(Character::isLetterOrDigit).toArray();
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return pairs;
    }
}
