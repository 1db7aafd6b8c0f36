package cn.daxietong.reward;

import java.math.BigDecimal;
import java.text.DecimalFormat;

/** Money as people read it. */
final class Yuan {
    private Yuan() {}

    /** 12,345.60元. */
    static String text(BigDecimal amount) {
        return figure(amount) + "元";
    }

    static String figure(BigDecimal amount) {
        return new DecimalFormat("#,##0.00").format(amount);
    }
}
