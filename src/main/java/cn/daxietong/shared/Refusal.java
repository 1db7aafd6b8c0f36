package cn.daxietong.shared;

import java.util.List;

/**
 * A request that is understood and not granted. Mapped once to a page or to RFC 9457 problem JSON; never a boolean that a caller may drop.
 */
public class Refusal extends RuntimeException {
    /** Where the refusal stands in HTTP; the pages use the same. */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA(415),
        INVALID(422),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final String title;
    private final transient List<Fault> faults;

    public Refusal(Kind kind, String code, String title, String detail, List<Fault> faults) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.title = title;
        this.faults = List.copyOf(faults);
    }

    public Refusal(Kind kind, String code, String title, String detail) {
        this(kind, code, title, detail, List.of());
    }

    /** Absent and invisible alike, in the same words. */
    public static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "not_found", "没有找到", "没有这一项，或者您无权查看。请核对编号，或向承办单位申请。");
    }

    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(
                Kind.INVALID, "invalid_fields", "填写有误", "有 " + faults.size() + " 处需要修改，改好后再提交；已填内容均已保留。", faults);
    }

    public static Refusal forbidden(String detail) {
        return new Refusal(Kind.FORBIDDEN, "forbidden", "无权办理", detail);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Fault> faults() {
        return faults;
    }
}
