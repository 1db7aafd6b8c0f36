package cn.daxietong.identity;

import cn.daxietong.shared.Refusal;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who the current request comes from. */
final class Who {
    private Who() {}

    static Optional<SignedIn> now() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Authenticated known
                ? Optional.of(known.who())
                : Optional.empty();
    }

    static SignedIn signedIn() {
        return now().orElseThrow(
                        () -> new Refusal(Refusal.Kind.UNAUTHENTICATED, "unauthenticated", "请先登录", "您还没有登录，或者登录已过期。"));
    }
}
