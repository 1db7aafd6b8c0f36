package cn.daxietong.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Spring Security's view of {@link SignedIn}; it lives for one request and is stored nowhere. */
final class Authenticated extends AbstractAuthenticationToken {
    private final transient SignedIn who;

    Authenticated(SignedIn who) {
        super(List.of());
        this.who = who;
        setAuthenticated(true);
    }

    SignedIn who() {
        return who;
    }

    @Override
    public Object getPrincipal() {
        return who;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return who.viewer().account().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Authenticated same && same.who.equals(who);
    }

    @Override
    public int hashCode() {
        return who.hashCode();
    }
}
