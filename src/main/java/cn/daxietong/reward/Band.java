package cn.daxietong.reward;

import java.math.BigDecimal;

/** How large a reward was, as the counts tell it. */
enum Band {
    LESS("不满一千元", 0),
    THOUSANDS("一千元以上不满一万元", 1_000),
    TEN_THOUSANDS("一万元以上不满十万元", 10_000),
    MORE("十万元以上", 100_000);

    private final String title;
    private final BigDecimal from;

    Band(String title, long from) {
        this.title = title;
        this.from = BigDecimal.valueOf(from);
    }

    String title() {
        return title;
    }

    static Band of(BigDecimal amount) {
        var found = LESS;
        for (var band : values()) {
            if (amount.compareTo(band.from) >= 0) {
                found = band;
            }
        }
        return found;
    }
}
