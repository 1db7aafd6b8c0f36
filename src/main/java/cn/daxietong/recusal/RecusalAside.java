package cn.daxietong.recusal;

import cn.daxietong.matter.Aside;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Seen;
import cn.daxietong.matter.Shown;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Beside a matter of any kind: who is asked to stand aside or does, and who goes on, as far as the viewer may see it. */
@Component
class RecusalAside implements Aside {
    private final Matters matters;
    private final Wording words;

    RecusalAside(Matters matters, Wording words) {
        this.matters = matters;
        this.words = words;
    }

    @Override
    public Optional<Shown.Group> beside(Viewer viewer, Seen<?> seen) {
        var lines = seen.links().stream()
                .filter(link -> link.row().kind().equals("recusal"))
                .map(link -> matters.visible(viewer, link.row().id()))
                .map(this::line)
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Shown.Group("回避", lines));
    }

    private Shown line(Seen<?> seen) {
        var recusal = (Recusal) seen.matter().state();
        var answer = recusal.answer();
        var successor = answer == null ? null : answer.successor();
        return new Shown.Line(
                words.account(recusal.officer()),
                seen.statusTitle() + (successor == null ? "" : "，由" + words.account(successor) + "接替"),
                "/matters/" + seen.matter().id());
    }
}
