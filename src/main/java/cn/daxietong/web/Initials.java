package cn.daxietong.web;

import java.nio.charset.Charset;
import java.util.Locale;

/**
 * The first letters of a Chinese name's syllables, as people type them: 县市场监管局 is xscjgj. Read off GB 2312, whose 3755 common characters
 * stand in the order of their Pinyin; a rarer character is passed over, and of several readings the one of the standard counts.
 */
public final class Initials {
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    /** Where each letter begins, as row and cell of the standard. */
    private static final int[] BEGINS = {
        1601, 1637, 1833, 2078, 2274, 2302, 2433, 2594, 2787, 3106, 3212, 3472, 3635, 3722, 3730, 3858, 4027, 4086,
        4390, 4558, 4684, 4925, 5249
    };

    private static final int END = 5590;

    private Initials() {}

    public static String of(String name) {
        var letters = new StringBuilder();
        name.codePoints().forEach(c -> letters.append(letter(Character.toString(c))));
        return letters.toString();
    }

    private static String letter(String one) {
        if (one.matches("[A-Za-z0-9]")) {
            return one.toLowerCase(Locale.ROOT);
        }
        var bytes = one.getBytes(GB2312);
        if (bytes.length != 2) {
            return "";
        }
        int place = ((bytes[0] & 0xFF) - 0xA0) * 100 + (bytes[1] & 0xFF) - 0xA0;
        if (place < BEGINS[0] || place >= END) {
            return "";
        }
        int at = BEGINS.length - 1;
        while (place < BEGINS[at]) {
            at--;
        }
        return LETTERS.substring(at, at + 1);
    }
}
