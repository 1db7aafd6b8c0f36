package cn.daxietong.recusal;

import cn.daxietong.matter.Aside;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Seen;
import cn.daxietong.matter.Shown;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Viewer;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Those from this matter, and those from a matter beside it of whoever is still named here as approved: a special group stays on record. */
    @Override
    public Optional<Shown.Group> beside(Viewer viewer, Seen<?> seen) {
        var here = Stream.of(seen.matter().id());
        var linked = seen.links().stream().map(link -> link.row().id());
        var lines = matters.about(viewer, "recusal", Stream.concat(here, linked).toList()).stream()
                .map(id -> matters.visible(viewer, id))
                .flatMap(recusal -> line(recusal, seen).stream())
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Shown.Group("回避", lines));
    }

    private Optional<Shown> line(Seen<?> seen, Seen<?> page) {
        var recusal = (Recusal) seen.matter().state();
        var stoodAside = recusal.recused() && !seen.matter().status().equals(RecusalStatus.LIFTED.code());
        var fromHere = seen.matter().links().stream()
                .anyMatch(link -> link.matter().equals(page.matter().id()));
        if (!fromHere && !(stoodAside && names(page, recusal.officer()))) {
            return Optional.empty();
        }
        var text = stoodAside ? "已回避，由" + words.account(recusal.successor()) + "接替" : seen.statusTitle();
        return Optional.of(new Shown.Line(
                words.account(recusal.officer()),
                fromHere ? text : text + "（" + recusal.subject().number() + "）",
                "/matters/" + seen.matter().id()));
    }

    private static boolean names(Seen<?> page, AccountId officer) {
        return page.data().toString().contains('"' + officer.value() + '"');
    }
}
