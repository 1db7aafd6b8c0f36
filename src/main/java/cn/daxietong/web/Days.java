package cn.daxietong.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date as pages write it, wherever it is no field to fill in: 2026年11月27日. */
public final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private Days() {}

    public static String of(LocalDate day) {
        return DAY.format(day);
    }
}
