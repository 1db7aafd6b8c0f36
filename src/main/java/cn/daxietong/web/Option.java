package cn.daxietong.web;

/** One thing to choose from in a form. */
public record Option(String value, String title) {}
