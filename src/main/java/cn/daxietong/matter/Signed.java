package cn.daxietong.matter;

import cn.daxietong.document.Section;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who gave an opinion or an approval on the platform, in which post and when, for the box of a form that would else be signed by hand.
 *
 * @param acting true where the head was absent and somebody stood in (主持工作的负责人)
 */
public record Signed(
        @Title("经办") AccountId account,
        @Title("单位") UnitId unit,
        @Title("岗位") Post post,
        boolean acting,
        @Title("时间") Instant at) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public static Signed by(Scene scene) {
        var viewer = scene.viewer();
        return new Signed(viewer.account(), viewer.unit(), viewer.post(), viewer.acting(), scene.now());
    }

    public boolean byHead() {
        return post == Post.HEAD;
    }

    /** The box filled with the opinion, by whom and on which day; left to the pen where nobody has given one here. */
    public static Section.Approval box(String label, String opinion, @Nullable Signed signed, Directory directory) {
        return signed == null
                ? new Section.Approval(label, null, null, null)
                : new Section.Approval(
                        label,
                        opinion,
                        directory.shortName(signed.unit) + (signed.acting ? "主持工作的负责人（代）" : signed.post.title()),
                        signed.at.atZone(ZONE).toLocalDate());
    }
}
