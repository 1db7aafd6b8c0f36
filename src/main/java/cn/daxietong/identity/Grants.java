package cn.daxietong.identity;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;

/**
 * Who may give whom which post. Nobody gives what is outside their own scope, nobody gives to themselves, and a 三员 post takes two of the 三员
 * (GB/T 22239 8.1.4.2 d).
 */
final class Grants {
    private Grants() {}

    /** Whether the viewer may put forward, end or look after such a holding. */
    static boolean within(Viewer viewer, UnitId unit, Post post) {
        return switch (viewer.post()) {
            case UNIT_ADMIN -> viewer.unit().equals(unit) && post.worksOnMatters();
            case SYSTEM_ADMIN -> post == Post.UNIT_ADMIN || isOfThree(post);
            case SECURITY_ADMIN -> isOfThree(post);
            case HANDLER, HEAD, AUDIT_ADMIN -> false;
        };
    }

    /**
     * Whether the viewer may agree to what another put forward: for a 三员 post the other kind of administrator, for somebody who already works
     * elsewhere that other unit's administrator.
     */
    static boolean mayConfirm(Viewer viewer, Holding proposed) {
        if (viewer.account().value().equals(proposed.proposedBy())
                || viewer.account().equals(proposed.account())) {
            return false;
        }
        if (isOfThree(proposed.post())) {
            return (viewer.post() == Post.SYSTEM_ADMIN || viewer.post() == Post.SECURITY_ADMIN)
                    && viewer.post() != proposed.proposedPost();
        }
        return viewer.post() == Post.UNIT_ADMIN && viewer.unit().equals(proposed.releasingUnit());
    }

    static boolean isOfThree(Post post) {
        return post == Post.SYSTEM_ADMIN || post == Post.SECURITY_ADMIN || post == Post.AUDIT_ADMIN;
    }
}
