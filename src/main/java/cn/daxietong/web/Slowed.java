package cn.daxietong.web;

import jakarta.servlet.http.HttpServletRequest;

/** A form that came too soon after others from its address: it is shown again with what was typed, and nothing costly is done for it. */
public final class Slowed {
    private static final String MARK = Slowed.class.getName();

    private Slowed() {}

    public static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
