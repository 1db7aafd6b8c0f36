package cn.daxietong.identity;

import cn.daxietong.shared.Post;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a county may set about signing in.
 *
 * @param data the folder of the platform's own files
 * @param demo whether a first start creates demo accounts for every unit
 * @param totpPosts posts that must have enrolled a second factor before they may work; by default those who administer the whole platform
 *     (GB/T 22239-2019 8.1.4.1 d)
 * @param limits how much one address may ask for
 */
@ConfigurationProperties("daxietong")
record IdentitySettings(
        @DefaultValue("data") String data,
        @DefaultValue("true") boolean demo,

        @DefaultValue({"SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN"})
        Set<Post> totpPosts,

        @DefaultValue Limits limits) {
    IdentitySettings {
        totpPosts = Set.copyOf(totpPosts);
    }

    /**
     * @param signInBurst sign-ins at once, then {@code signInPerSecond}
     * @param apiBurst requests to the interface at once, then {@code apiPerSecond}
     */
    record Limits(
            @DefaultValue("240") int signInBurst,
            @DefaultValue("4") int signInPerSecond,
            @DefaultValue("2000") int apiBurst,
            @DefaultValue("400") int apiPerSecond) {}
}
