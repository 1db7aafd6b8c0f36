package cn.daxietong.consultation;

import cn.daxietong.document.Draft;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;

/** The letters of a consultation. */
final class ConsultationDocuments {
    static final DocumentTemplate<Consultation> OPINION = new Letter<>(
            "consultation_opinion", "会商咨询意见书", "咨", c -> c.state().addressee(), ConsultationDocuments::opinion);

    static final DocumentTemplate<Consultation> JOINING = new Letter<>(
            "early_intervention", "提前介入通知书", "介", c -> c.state().addressee(), ConsultationDocuments::joining);

    private ConsultationDocuments() {}

    private static Draft opinion(Draft letter, Matter<Consultation> matter, Scene scene) {
        var c = matter.state();
        var said = c.opinions().getLast();
        letter.title("关于" + (c.caseTitle() == null ? "有关问题" : "“" + c.caseTitle() + "”") + "的咨询意见")
                .to(scene.directory().fullName(c.asker()))
                .paragraph("你单位咨询的问题（" + matter.number() + "）收悉：")
                .paragraph(said.question())
                .paragraph("经研究，提出意见如下：")
                .paragraph(said.text());
        if (!c.items().isEmpty()) {
            letter.heading(1, "同类案件应当收集的证据");
            var n = 1;
            for (var item : c.items()) {
                var why = item.why();
                letter.paragraph(n++ + "." + item.requirement() + (why == null ? "" : "（" + why + "）"));
            }
        }
        return letter.paragraph("以上意见供办案参考，不是裁判，也不代替你单位的决定。");
    }

    private static Draft joining(Draft letter, Matter<Consultation> matter, Scene scene) {
        var c = matter.state();
        var joining = c.intervention();
        letter.title("关于提前介入" + (c.caseTitle() == null ? "" : "“" + c.caseTitle() + "”") + "的通知")
                .to(scene.directory().fullName(c.asker()));
        if (joining != null) {
            letter.paragraph("你单位商请提前介入（" + matter.number() + "），我院定于" + Letter.minute(joining.at()) + "在"
                            + joining.place() + "提前介入。")
                    .paragraph(joining.manner());
        }
        return letter;
    }
}
