package cn.daxietong.web;

import java.util.regex.Pattern;

/** Where a client asks to be sent: only ever to a page of ours, or it would be a springboard for phishing. */
public final class LocalPath {
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]{0,1800}");

    private LocalPath() {}

    /** The path itself when it is one of ours, else the start page. */
    public static String of(String asked) {
        return OURS.matcher(asked).matches() ? asked : "/";
    }
}
