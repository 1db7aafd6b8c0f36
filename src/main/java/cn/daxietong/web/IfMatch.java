package cn.daxietong.web;

import cn.daxietong.shared.Refusal;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version a client acted upon, as {@code If-Match: "7"} says it, and the same as an {@code ETag}. */
public final class IfMatch {
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private IfMatch() {}

    /**
     * The version named; empty where the header is absent or {@code *}, which stands for whatever version there is.
     *
     * @throws Refusal where it is no version of ours
     */
    public static OptionalLong version(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return OptionalLong.empty();
        }
        var matcher = VERSION.matcher(header.strip());
        if (!matcher.matches()) {
            throw new Refusal(Refusal.Kind.MALFORMED, "if_match_malformed", "版本号格式不对", "If-Match 须为带引号的版本号，例如 \"7\"。");
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** What is thrown where the version named is no longer the present one. */
    public static Refusal stale() {
        return new Refusal(Refusal.Kind.STALE, "stale_version", "内容已被他人更新", "您打开之后，这一项已有新的变化。请刷新后核对，再办理。");
    }
}
