package cn.daxietong.web;

/** A row of the sample list on the page that shows every component. */
public record DesignRow(String number, String title, String unit, Badge status, String value, Due due) {}
