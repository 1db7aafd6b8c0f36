package cn.daxietong.supervision;

import cn.daxietong.document.Draft;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.UnitId;
import java.util.List;
import java.util.Optional;

/** The letters of a supervision. */
final class SupervisionDocuments {
    static final DocumentTemplate<Supervision> NOTICE =
            new Letter<>("supervision_notice", "督办通知书", "督", s -> UnitId.OFFICE, SupervisionDocuments::notice);

    static final DocumentTemplate<Supervision> URGING =
            new Letter<>("supervision_urging", "催办函", "催", s -> UnitId.OFFICE, SupervisionDocuments::urging);

    static final DocumentTemplate<Supervision> RELEASE =
            new Letter<>("supervision_release", "解除督办通知书", "督解", s -> UnitId.OFFICE, SupervisionDocuments::release);

    private SupervisionDocuments() {}

    private static Draft notice(Draft letter, Matter<Supervision> matter, Scene scene) {
        var s = matter.state();
        letter.title("关于" + (s.joint() ? "联合挂牌" : "") + "督办“" + s.subject().title() + "”的通知")
                .to(scene.directory().fullName(s.responsible()))
                .paragraph("根据《鹿寨县打击走私综合治理大协同平台建设工作方案》三（四）"
                        + (s.joint() ? "、四（八）" : "")
                        + "，决定对你单位承办的“" + s.subject().title() + "”（"
                        + s.subject().number() + "）"
                        + (s.joint() ? "由县公安局和指挥部办公室联合挂牌督办。" : "进行督办。"))
                .heading(1, "一、督办要求");
        var demand = s.demand();
        if (demand != null) {
            letter.paragraph(demand.text())
                    .heading(1, "二、办结期限")
                    .paragraph("请于" + Letter.minute(demand.dueAt()) + "前办结并报告结果。");
        }
        return letter.heading(1, "三、报告和核验")
                .paragraph("请确定一名责任人，随时报告进展。办理结果经其他单位回头看核验后解除督办。")
                .copyTo(copies(s, scene));
    }

    /** Whoever asked to be supervised itself has the letter already. */
    private static List<String> copies(Supervision s, Scene scene) {
        return s.applicant().equals(s.responsible())
                ? List.of()
                : List.of(scene.directory().shortName(s.applicant()));
    }

    private static Draft urging(Draft letter, Matter<Supervision> matter, Scene scene) {
        var s = matter.state();
        var due = s.dueAt();
        return letter.title("关于督办事项的催办函")
                .to(scene.directory().fullName(s.responsible()))
                .paragraph("你单位承办的“" + s.subject().title() + "”（" + s.subject().number() + "）正在督办（"
                        + matter.number() + "）" + (due == null ? "" : "，期限为" + Letter.minute(due))
                        + "。这是第" + s.urged() + "次催办。")
                .paragraph(Optional.ofNullable(s.urging()).orElse(""))
                .paragraph("请抓紧办理，并报告进展。");
    }

    private static Draft release(Draft letter, Matter<Supervision> matter, Scene scene) {
        var s = matter.state();
        return letter.title("关于解除督办“" + s.subject().title() + "”的通知")
                .to(scene.directory().fullName(s.responsible()))
                .paragraph("“" + s.subject().title() + "”（" + s.subject().number() + "）的督办结果已经回头看核验，现解除督办（"
                        + matter.number() + "）。")
                .copyTo(copies(s, scene));
    }
}
