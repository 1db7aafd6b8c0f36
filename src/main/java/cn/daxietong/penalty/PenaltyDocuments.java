package cn.daxietong.penalty;

import cn.daxietong.document.Draft;
import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.Section;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.NumberedForm;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.penalty.PenaltyAction.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The papers of a penalty up to its service; {@link ExecutionDocuments} has those after it. */
final class PenaltyDocuments {
    static final DocumentTemplate<Penalty> REVIEW = new Form("legal_review", "法制审核意见", "法审") {
        @Override
        Draft fill(Draft form, Matter<Penalty> matter, Scene scene) {
            return review(form, matter, scene);
        }
    };

    static final DocumentTemplate<Penalty> NOTICE =
            new Letter<>("penalty_notice", "行政处罚告知书", "罚告", Matter::owner, PenaltyDocuments::notice);

    static final DocumentTemplate<Penalty> HEARING_NOTICE =
            new Letter<>("hearing_notice", "行政处罚听证通知书", "听通", Matter::owner, PenaltyDocuments::hearing);

    static final DocumentTemplate<Penalty> DISCUSSION = new Form("group_discussion", "行政处罚案件集体讨论记录", null) {
        @Override
        Draft fill(Draft form, Matter<Penalty> matter, Scene scene) {
            return discussion(form, matter, scene);
        }
    };

    static final DocumentTemplate<Penalty> DECISION =
            new Letter<>("penalty_decision", "行政处罚决定书", "罚决", Matter::owner, PenaltyDocuments::decision);

    static final DocumentTemplate<Penalty> SERVICE = new Form("service_receipt", "送达回证", null) {
        @Override
        Draft fill(Draft form, Matter<Penalty> matter, Scene scene) {
            return service(form, matter, scene);
        }
    };

    private PenaltyDocuments() {}

    /** An internal form of the penalising organ. */
    abstract static class Form extends NumberedForm<Penalty> {
        Form(String kind, String title, @Nullable String word) {
            super(kind, title, word);
        }

        abstract Draft fill(Draft form, Matter<Penalty> matter, Scene scene);

        @Override
        public OfficialDocument compose(Matter<Penalty> matter, Scene scene, @Nullable String number) {
            var form = OfficialDocument.form(title(), scene.directory().fullName(matter.owner()))
                    .number(number);
            return fill(form, matter, scene).done();
        }
    }

    private static Draft review(Draft form, Matter<Penalty> matter, Scene scene) {
        var p = matter.state();
        var review = p.safeguards().review();
        return form.with(new Section.Form(List.of(
                subject(matter),
                new Section.Block("当事人", p.ground().party(), 1),
                new Section.Block("拟处罚内容", p.proposal().text(), 3),
                new Section.Block("是否应当审核", basis(p.safeguards().required().review(), p), 2),
                new Section.Block("救济期限", remedies(p), 1),
                pairs(
                        "审核结论",
                        review == null ? "" : Fields.titleOf(review.verdict()),
                        "法律职业资格",
                        review == null ? "" : review.qualified() ? "审核人员已取得" : "审核人员未取得（初次从事审核的应当取得）"),
                Signed.box(
                        "审核意见",
                        review == null ? "" : review.opinion(),
                        review == null ? null : review.signed(),
                        scene.directory()),
                new Section.Approval(
                        "负责人意见",
                        review != null && review.verdict() == Verdict.FAILED ? "退回办案机构补充或者改正。" : null,
                        null,
                        null))));
    }

    private static Draft notice(Draft letter, Matter<Penalty> matter, Scene scene) {
        var p = matter.state();
        letter.title("行政处罚告知书");
        charge(letter.paragraph("当事人：" + p.ground().party()), p)
                .heading(1, "三、拟作出的行政处罚")
                .paragraph(sanction(p))
                .heading(1, "四、你（单位）的权利")
                .paragraph("根据《中华人民共和国行政处罚法》第四十四条、第四十五条，你（单位）有权进行陈述和申辩，我单位不会因陈述、申辩而给予更重的处罚。");
        return p.mayAskForHearing()
                ? letter.paragraph(
                        "根据《中华人民共和国行政处罚法》第六十三条、第六十四条，你（单位）有权要求听证。要求听证的，应当在收到本告知书后五日（工作日）内向我单位提出；逾期未提出的，视为放弃。")
                : letter.paragraph("本案不属于《中华人民共和国行政处罚法》第六十三条规定的听证范围。");
    }

    private static Draft hearing(Draft letter, Matter<Penalty> matter, Scene scene) {
        var p = matter.state();
        var hearing = p.rights().hearing();
        letter.title("行政处罚听证通知书").paragraph("当事人：" + p.ground().party());
        if (hearing != null && hearing.at() != null) {
            letter.paragraph("你（单位）于" + Letter.day(hearing.requestedAt()) + "就"
                            + Letter.named(p.ground().subject())
                            + "要求听证。根据《中华人民共和国行政处罚法》第六十四条，定于" + Letter.minute(hearing.at()) + "在"
                            + hearing.place() + "举行听证，由我单位指定的非本案调查人员主持。")
                    .paragraph(hearing.closedFor() == null ? "听证公开举行。" : "听证不公开举行，理由：" + hearing.closedFor() + "。");
        }
        return letter.paragraph("你（单位）可以亲自参加听证，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避。");
    }

    private static Draft discussion(Draft form, Matter<Penalty> matter, Scene scene) {
        var p = matter.state();
        var d = p.safeguards().discussion();
        return form.with(new Section.Form(List.of(
                subject(matter),
                pairs(
                        "讨论时间",
                        d == null ? "" : Letter.minute(d.at()),
                        "参加人",
                        d == null ? "" : String.join("、", d.attendees())),
                new Section.Block(
                        "案情和拟处罚内容", p.proposal().facts() + "\n" + p.proposal().text(), 5),
                new Section.Block("讨论意见", d == null ? "" : d.opinions(), 6),
                Signed.box("结论", d == null ? "" : d.conclusion(), d == null ? null : d.signed(), scene.directory()),
                new Section.Block("参加人签名", "", 3))));
    }

    private static Draft decision(Draft letter, Matter<Penalty> matter, Scene scene) {
        var p = matter.state();
        var decided = p.execution().decided();
        letter.title("行政处罚决定书").paragraph("当事人：" + p.ground().party());
        charge(letter, p)
                .heading(1, "三、告知、陈述申辩和听证")
                .paragraph(heard(p))
                .heading(1, "四、处罚决定")
                .paragraph(decided == null ? "" : decided.reason())
                .paragraph(sanction(p));
        if (p.fines()) {
            letter.heading(1, "五、履行方式和期限")
                    .paragraph(
                            "自收到本决定书之日起十五日内将罚款缴至指定的银行或者通过电子支付系统缴纳。到期不缴纳的，根据《中华人民共和国行政处罚法》第七十二条，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。");
        }
        return letter.heading(1, p.fines() ? "六、救济途径和期限" : "五、救济途径和期限")
                .paragraph("如不服本决定，可以自知道本决定之日起六十日内依法申请行政复议，也可以自知道本决定之日起六个月内依法向人民法院提起行政诉讼。")
                .paragraph("逾期不申请行政复议、不提起行政诉讼又不履行本决定的，将依法申请人民法院强制执行。");
    }

    private static Draft service(Draft form, Matter<Penalty> matter, Scene scene) {
        var p = matter.state();
        var served = p.execution().served();
        var number = matter.documents().stream()
                .filter(d -> d.kind().equals(DECISION.kind()))
                .map(d -> d.number())
                .reduce((a, b) -> b)
                .orElse("");
        return form.with(new Section.Form(List.of(
                subject(matter),
                pairs("送达文书", "行政处罚决定书", "文书编号", number == null ? "" : number),
                new Section.Block("受送达人", p.ground().party(), 1),
                pairs(
                        "送达时间",
                        served == null ? "" : Letter.minute(served.at()),
                        "送达方式",
                        served == null ? "" : Fields.titleOf(served.way())),
                new Section.Block("收件人和见证情况", served == null ? "" : served.receipt(), 2),
                new Section.Approval("受送达人签名或者盖章", null, null, null),
                new Section.Approval("送达人签名", null, null, null))));
    }

    private static Draft charge(Draft letter, Penalty p) {
        return letter.heading(1, "一、违法事实和证据")
                .paragraph("经查，" + sentence(p.proposal().facts()))
                .paragraph("以上事实有下列证据证明：" + sentence(p.proposal().evidence()))
                .heading(1, "二、处罚依据")
                .paragraph(p.proposal().grounds());
    }

    private static String sanction(Penalty p) {
        var kinds = p.proposal().sanctions().stream().map(Fields::titleOf).collect(Collectors.joining("；"));
        return p.proposal().text() + "\n处罚种类：" + kinds + "。"
                + (p.fines() ? "罚款数额：" + Yuan.text(p.proposal().fineYuan()) + "。" : "");
    }

    private static String heard(Penalty p) {
        var rights = p.rights();
        var told = rights.notifiedAt() == null
                ? ""
                : "我单位于" + Letter.day(rights.notifiedAt()) + "告知拟作出的行政处罚内容及事实、理由、依据和依法享有的权利。";
        var said = rights.statements().isEmpty()
                ? "当事人未提出陈述、申辩。"
                : rights.statements().stream()
                        .map(s -> Letter.day(s.at()) + "当事人陈述申辩：" + sentence(s.text()) + "复核意见（"
                                + Fields.titleOf(s.adopted()) + "）：" + sentence(s.response()))
                        .collect(Collectors.joining("\n"));
        var hearing = rights.hearing();
        var listened = hearing != null && hearing.heldAt() != null
                ? "\n" + Letter.day(hearing.heldAt()) + "举行了听证，主持人意见：" + hearing.opinion()
                : !p.mayAskForHearing() ? "" : rights.hearingWaived() ? "\n当事人书面放弃听证。" : "\n当事人在法定期限内未要求听证。";
        return told + said + listened;
    }

    private static String basis(boolean needed, Penalty p) {
        return (needed ? "应当法制审核。" : "不属于应当法制审核的情形。")
                + p.safeguards().required().basis();
    }

    /** The statutes disagree, and the special one must not shorten the general one for review (行政复议法 第二十条); who reviews is told. */
    private static String remedies(Penalty p) {
        return "决定书告知六十日内申请行政复议、六个月内提起行政诉讼。"
                + (p.proposal().grounds().contains("烟草专卖法") ? "《烟草专卖法》第四十一条载明的期限为十五日，与此不一致，待法制审核。" : "");
    }

    /** With the stop that people leave out as often as not. */
    private static String sentence(String text) {
        return text.matches("(?s).*[。！？；]\\s*") ? text : text + "。";
    }

    static Section.Pairs subject(Matter<Penalty> matter) {
        return pairs("编号", matter.number(), "案件", matter.state().ground().subject());
    }

    static Section.Pairs pairs(String a, String av, String b, String bv) {
        return new Section.Pairs(List.of(new Section.Field(a, av), new Section.Field(b, bv)));
    }
}
