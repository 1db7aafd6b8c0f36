package cn.daxietong.identity;

import cn.daxietong.web.Badge;
import java.util.UUID;

/** A token as its page shows it. */
public record TokenLine(
        UUID id,
        String name,
        String account,
        String scope,
        String expires,
        String lastUsed,
        Badge state,
        boolean live) {}
