package cn.daxietong.jointcase;

import org.jspecify.annotations.Nullable;

/**
 * One item of a room as its page shows it.
 *
 * @param path where the exhibit opens; absent for whoever may not see it
 */
public record GoodLine(
        String title,
        String number,
        @Nullable String path,
        String status,
        String custodian,
        String since,
        String unit,
        String caseNumber) {}
