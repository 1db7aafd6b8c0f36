package cn.daxietong.law;

import java.time.LocalDate;

/**
 * A day that the autonomous region arranges for itself, such as 三月三 (全国年节及纪念日放假办法 第四条).
 *
 * @param worked true for a rest day that is worked in exchange
 * @param source the notice that arranges it
 */
public record LocalHoliday(LocalDate day, String name, boolean worked, String source) {}
