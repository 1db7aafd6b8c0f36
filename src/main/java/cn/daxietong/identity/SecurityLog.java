package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes what happened to accounts and sessions; the database refuses to change or remove a line. */
@Component
class SecurityLog {
    private static final int LONGEST = 500;

    private final Writing writing;
    private final Clock clock;

    /** What may stand in the log. */
    enum Kind {
        SIGNED_IN("登录"),
        SIGN_IN_FAILED("登录失败"),
        LOCKED("锁定"),
        SIGNED_OUT("退出"),
        SESSION_ENDED("结束会话"),
        POST_SWITCHED("切换岗位"),
        PASSWORD_CHANGED("修改密码"),
        PASSWORD_RESET("重置密码"),
        TOTP_CHANGED("动态码变更"),
        TOKEN_ISSUED("签发令牌"),
        TOKEN_REVOKED("撤销令牌"),
        ACCOUNT_CREATED("建立账号"),
        ACCOUNT_CHANGED("账号变更"),
        HOLDING_PROPOSED("提出授权"),
        HOLDING_CONFIRMED("同意授权"),
        HOLDING_ENDED("终止岗位"),
        ACTING_NAMED("指定主持工作"),
        DEPARTED("离岗移交"),
        ORGANIZATION_CHANGED("机构变更"),
        UPLOADS_SWEPT("清理未用附件"),
        DENIED("越权被拒");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    SecurityLog(Writing writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    void add(Kind kind, Viewer by, String subject, String detail) {
        add(kind, by.account().value(), by.unit(), subject, detail);
    }

    /** Joins the transaction under way, so that nothing is done that is not written here. */
    void add(Kind kind, String account, UnitId unit, String subject, String detail) {
        writing.run(db -> db.sql(
                        "insert into identity.event (at, kind, account, unit, subject, detail, address) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        OffsetDateTime.now(clock),
                        kind.code(),
                        account,
                        unit.value(),
                        subject,
                        detail.length() > LONGEST ? detail.substring(0, LONGEST) : detail,
                        address())
                .update());
    }

    /** Where the request came from; empty where the platform acts by itself. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : "";
    }
}
