package cn.daxietong.transfer;

import cn.daxietong.document.Draft;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.UnitId;
import java.util.function.Function;

/** What the two sides and the procuratorate write to each other about filing: 国务院令310号 第八条, 第九条, 人民检察院刑事诉讼规则 第五百六十条 to 第五百六十四条. */
final class TransferLetters {

    static final Letter<Transfer> FILED = receivers(
            "filing_notice",
            "立案通知书",
            "立",
            t -> "我单位已于本日决定立案侦查，立案文号：" + t.filingNumber() + "。依照《行政执法机关移送涉嫌犯罪案件的规定》第八条书面通知你单位；"
                    + "请依照第十二条，自收到本通知书之日起三日内移交涉案物品以及与案件有关的其他材料，并办结交接手续。");

    static final Letter<Transfer> REFUSED = receivers(
            "refusal_notice",
            "不予立案通知书",
            "不立",
            t -> "经审查，我单位决定不予立案，理由如下：" + t.word("refuse_to_file")
                    + "\n依照《行政执法机关移送涉嫌犯罪案件的规定》第八条，案卷材料随本通知书退回。你单位如有异议，可以自接到本通知书之日起三日内提请我单位复议，也可以建议人民检察院依法进行立案监督（第九条）。");

    static final Letter<Transfer> SUPPLEMENT = receivers(
            "supplement_notice", "补充材料通知书", "补", t -> "你单位移送的材料需要补充，请提交：" + t.word("request_supplement") + "。");

    static final Letter<Transfer> RECONSIDERATION = senders(
            "reconsideration_request",
            "提请复议函",
            "复",
            t -> "我单位对你单位不予立案的决定有异议，依照《行政执法机关移送涉嫌犯罪案件的规定》第九条提请复议，理由如下：" + t.word("request_reconsideration"));

    static final Letter<Transfer> RECONSIDERED = receivers(
            "reconsideration_decision",
            "复议决定书",
            "刑复",
            t -> "你单位提请复议的不予立案决定，我单位经复议，决定如下："
                    + t.word("decide_reconsideration").replaceFirst("^(不?维持不予立案)：", "$1。理由：")
                    + (t.refusalUpheld()
                            ? "\n你单位对本决定仍有异议的，可以自收到本决定书之日起三日内建议人民检察院依法进行立案监督（《行政执法机关移送涉嫌犯罪案件的规定》第九条）。"
                            : ""));

    static final Letter<Transfer> SUGGESTION = letter(
            "supervision_suggestion",
            "立案监督建议书",
            "监",
            Transfer::sender,
            t -> UnitId.PROCURATORATE,
            t -> "我单位移送的上述案件，受移送单位不予立案。依照《行政执法机关移送涉嫌犯罪案件的规定》第九条建议你院依法进行立案监督，理由如下：" + t.word("suggest_supervision"));

    static final Letter<Transfer> EXPLANATION_REQUIRED = procuratorates(
            "explanation_required",
            "要求说明不立案理由通知书",
            "说",
            Transfer::receiver,
            t -> "依照《人民检察院刑事诉讼规则》第五百六十条，请你单位在收到本通知书后七日以内书面说明不立案的情况、依据和理由，连同有关证据材料回复我院。\n"
                    + t.word("require_explanation"));

    static final Letter<Transfer> EXPLANATION = letter(
            "refusal_explanation",
            "不立案理由说明书",
            "说",
            Transfer::receiver,
            t -> UnitId.PROCURATORATE,
            t -> "现就上述案件不立案的情况、依据和理由说明如下：" + t.word("explain_refusal"));

    static final Letter<Transfer> EXPLANATION_ACCEPTED = procuratorates(
            "supervision_reply",
            "立案监督答复函",
            "复",
            Transfer::sender,
            t -> "你单位建议立案监督的上述案件，我院审查认为公安机关不立案理由成立。" + t.word("accept_explanation"));

    static final Letter<Transfer> FILING_ORDERED = procuratorates(
            "filing_ordered",
            "通知立案书",
            "通立",
            Transfer::receiver,
            t -> "我院审查认为你单位说明的不立案理由不能成立，依照《人民检察院刑事诉讼规则》第五百六十三条通知你单位立案，请在收到本通知书后十五日以内立案，并将立案决定书送达我院。\n"
                    + t.word("notify_filing"));

    static final Letter<Transfer> NUDGE = procuratorates(
            "filing_nudge", "立案监督案件催办函", "催", Transfer::receiver, t -> "依照《人民检察院刑事诉讼规则》第五百六十四条催办：" + t.word("nudge"));

    private TransferLetters() {}

    private static Letter<Transfer> receivers(String kind, String title, String word, Function<Transfer, String> says) {
        return letter(kind, title, word, Transfer::receiver, Transfer::sender, says);
    }

    private static Letter<Transfer> senders(String kind, String title, String word, Function<Transfer, String> says) {
        return letter(kind, title, word, Transfer::sender, Transfer::receiver, says);
    }

    private static Letter<Transfer> procuratorates(
            String kind, String title, String word, Function<Transfer, UnitId> to, Function<Transfer, String> says) {
        return letter(kind, title, word, t -> UnitId.PROCURATORATE, to, says);
    }

    private static Letter<Transfer> letter(
            String kind,
            String title,
            String word,
            Function<Transfer, UnitId> from,
            Function<Transfer, UnitId> to,
            Function<Transfer, String> says) {
        return new Letter<>(
                kind,
                title,
                word,
                matter -> from.apply(matter.state()),
                (letter, matter, scene) -> written(letter, title, matter, scene, to, says));
    }

    private static Draft written(
            Draft letter,
            String title,
            Matter<Transfer> matter,
            Scene scene,
            Function<Transfer, UnitId> to,
            Function<Transfer, String> says) {
        var t = matter.state();
        letter.title(title)
                .to(scene.directory().fullName(to.apply(t)))
                .paragraph("案件：" + t.origin().caseTitle() + "（移送编号" + matter.number() + "）。");
        says.apply(t).lines().forEach(letter::paragraph);
        return letter;
    }
}
