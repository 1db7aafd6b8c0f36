package cn.daxietong.dispute;

import cn.daxietong.document.Draft;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.UnitId;
import java.util.stream.Collectors;

/** The letters of a jurisdiction dispute. */
final class DisputeDocuments {
    static final DocumentTemplate<Dispute> OPINION =
            new Letter<>("dispute_opinion", "管辖协调意见书", "协", d -> UnitId.OFFICE, DisputeDocuments::opinion);

    static final DocumentTemplate<Dispute> OUTCOME =
            new Letter<>("dispute_outcome", "管辖结果告知书", "管", d -> d.state().informant(), DisputeDocuments::outcome);

    private DisputeDocuments() {}

    private static Draft opinion(Draft letter, Matter<Dispute> matter, Scene scene) {
        var d = matter.state();
        var proposal = d.proposal();
        letter.title("关于“" + d.subject().title() + "”管辖的协调意见").to(parties(d, scene));
        letter.paragraph(scene.directory().fullName(d.raiser()) + "对“"
                + d.subject().title() + "”（" + d.subject().number() + "）的管辖提出异议。经协调，提出意见如下：");
        if (proposal != null) {
            letter.paragraph("建议由" + scene.directory().fullName(proposal.unit()) + "管辖。")
                    .paragraph(proposal.text());
        }
        return letter.paragraph("本意见是协调意见，不是指定管辖。不接受的，可以依照《行政处罚法》第二十五条报请共同的上一级行政机关指定管辖。结果作出之前，由"
                + scene.directory().fullName(d.interim()) + "负责保管物品、固定证据。");
    }

    private static Draft outcome(Draft letter, Matter<Dispute> matter, Scene scene) {
        var d = matter.state();
        var outcome = d.outcome();
        letter.title("关于“" + d.subject().title() + "”管辖结果的告知").to(parties(d, scene));
        if (outcome != null) {
            letter.paragraph("“" + d.subject().title() + "”（" + d.subject().number() + "）的管辖异议，以"
                            + Fields.titleOf(outcome.way()) + "的方式解决：由"
                            + scene.directory().fullName(outcome.unit()) + "管辖。")
                    .paragraph(outcome.text());
            if (outcome.authority() != null) {
                letter.paragraph(decided(d, outcome, scene));
            }
        }
        return letter.paragraph("请现承办单位依照规定移送案件材料和涉案物品，并办结交接手续。");
    }

    /** Who decided, by which document, and who only passed it on (行政处罚法 第二十五条). */
    private static String decided(Dispute d, Dispute.Outcome outcome, Scene scene) {
        var number = outcome.number();
        var by = outcome.registeredBy();
        var said = "作出指定的机关：" + outcome.authority() + (number == null ? "。" : "，决定文号：" + number + "。");
        return by == null
                ? said + "本决定由" + scene.directory().fullName(d.informant()) + "正职负责人在平台上作出。"
                : said + "本告知书由" + scene.directory().fullName(by) + "根据收到的决定登记出具，登记单位没有作出指定。";
    }

    private static String parties(Dispute d, Scene scene) {
        return d.parties().stream().map(scene.directory()::fullName).collect(Collectors.joining("、"));
    }
}
