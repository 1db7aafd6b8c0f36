package cn.daxietong.identity;

/**
 * One thing to re-home.
 *
 * @param number how it is called without saying what it is about, for an administrator may not read that
 * @param title what it is about, shown only to who works on matters
 */
public record Belonging(String number, String title) {}
