package cn.daxietong.shared;

import java.math.BigDecimal;

/** How long a number may be that somebody sends: 1e-999999999 is eleven characters to send and a gigabyte to write out. */
public final class Figure {
    private static final int LONGEST = 40;
    private static final int MOST_DIGITS = 19;
    private static final int MOST_DECIMALS = 6;

    private Figure() {}

    /** Judged by the digits and the exponent alone, because writing the number out is what must not happen. */
    public static boolean isPlain(BigDecimal value) {
        if (value.precision() > LONGEST) {
            return false;
        }
        var bare = value.stripTrailingZeros();
        return bare.precision() <= MOST_DIGITS
                && bare.scale() <= MOST_DECIMALS
                && (long) bare.precision() - bare.scale() <= MOST_DIGITS;
    }

    /**
     * A number as it was typed.
     *
     * @throws NumberFormatException where it is none, or too long a one
     */
    public static BigDecimal typed(String text) {
        if (text.length() <= LONGEST) {
            var value = new BigDecimal(text);
            if (isPlain(value)) {
                return value;
            }
        }
        throw new NumberFormatException("no number, or too long a one");
    }
}
