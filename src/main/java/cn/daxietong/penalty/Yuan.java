package cn.daxietong.penalty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import org.jspecify.annotations.Nullable;

/** Money as a paper writes it: 12,345.60元. */
final class Yuan {
    private Yuan() {}

    static String text(@Nullable BigDecimal amount) {
        return figure(amount) + "元";
    }

    static String figure(@Nullable BigDecimal amount) {
        var fen = (amount == null ? BigDecimal.ZERO : amount).setScale(2, RoundingMode.DOWN);
        return new DecimalFormat("#,##0.00").format(fen);
    }
}
