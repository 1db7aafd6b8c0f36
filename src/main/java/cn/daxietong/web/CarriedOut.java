package cn.daxietong.web;

import cn.daxietong.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Lets a step note, in its own transaction, that the named post which asked for it has been carried out. */
public final class CarriedOut {
    private static final String CLAIM = CarriedOut.class.getName();

    private CarriedOut() {}

    /** What a request holds while it carries out a named post. */
    @SuppressWarnings("ArrayRecordComponent") // a digest, only handed on to the database
    private record Claim(byte[] id, OffsetDateTime at) {}

    static void expect(HttpServletRequest request, PostName name, OffsetDateTime claimedAt) {
        request.setAttribute(CLAIM, new Claim(name.id(), claimedAt));
    }

    /** Nothing to do for posts without a name and for work that no request asked for. */
    public static void by(JdbcClient db, UUID matter) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getRequest().getAttribute(CLAIM) instanceof Claim claim
                && db.sql("update web.idempotency set matter = ? where id = ? and claimed_at = ?")
                                .params(matter, claim.id(), claim.at())
                                .update()
                        == 0) {
            // It took so long that the same post, sent again, has taken its place.
            throw new Refusal(Refusal.Kind.CONFLICT, "busy", "同一请求正在办理", "同一请求已重新提交并正在办理，这一次没有办理。请稍后查看结果。");
        }
    }
}
