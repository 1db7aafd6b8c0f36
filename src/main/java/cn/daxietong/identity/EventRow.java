package cn.daxietong.identity;

/** A line of the security log. */
public record EventRow(
        long id, String at, String kind, String account, String unit, String subject, String detail, String address) {}
