package cn.daxietong.tipoff;

import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Errand;
import cn.daxietong.web.Link;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever may confirm them that new keys wait; how many, and nothing of any tip-off. */
@Component
@Order(0)
final class WaitingKeys implements Errand {
    private final Officers officers;

    WaitingKeys(Officers officers) {
        this.officers = officers;
    }

    @Override
    public Optional<Said> of(Viewer viewer) {
        // Most have no part in it, and are not looked up on every page.
        return Part.of(viewer)
                .flatMap(part -> officers.of(viewer.account()))
                .map(mine -> officers.enrolled().stream()
                        .filter(theirs -> officers.mayConfirm(mine, theirs))
                        .count())
                .filter(waiting -> waiting > 0)
                .map(waiting -> new Said("有 " + waiting + " 位持钥人的新密钥等您确认：", Link.to("举报密钥", "/tipoffs/keys")));
    }
}
