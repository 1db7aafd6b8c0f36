package cn.daxietong.identity;

import cn.daxietong.shared.Viewer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who this request comes from, looked up anew for every request so that what was revoked works no more.
 *
 * @param mustChange the password was given by an administrator and has to be replaced first
 * @param mustEnrol the post needs a second factor and none is enrolled
 * @param token the token it came with; null for a session
 */
record SignedIn(
        Viewer viewer,
        UUID holding,
        boolean mustChange,
        boolean mustEnrol,
        @Nullable UUID token) {}
