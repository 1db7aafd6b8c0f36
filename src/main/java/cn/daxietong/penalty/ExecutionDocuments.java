package cn.daxietong.penalty;

import cn.daxietong.document.Draft;
import cn.daxietong.document.Section;
import cn.daxietong.document.Section.Align;
import cn.daxietong.document.Section.Column;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.penalty.ExecutionAction.Purpose;
import cn.daxietong.penalty.PenaltyDocuments.Form;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The papers of carrying a penalty out: what is owed on a day, the urging, the application to the court. */
final class ExecutionDocuments {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    static final DocumentTemplate<Penalty> ACCOUNT = new Form("fine_account", "罚款缴纳情况和加处罚款计算表", null) {
        @Override
        Draft fill(Draft form, Matter<Penalty> matter, Scene scene) {
            return account(form, matter, scene);
        }
    };

    static final DocumentTemplate<Penalty> URGING =
            new Letter<>("penalty_urging", "履行行政处罚决定催告书", "罚催", Matter::owner, ExecutionDocuments::urging);

    static final DocumentTemplate<Penalty> COURT =
            new Letter<>("court_application", "强制执行申请书", "强执", Matter::owner, ExecutionDocuments::court);

    private ExecutionDocuments() {}

    private static Draft account(Draft form, Matter<Penalty> matter, Scene scene) {
        var p = matter.state();
        var e = p.execution();
        var drawnUpTo = e.pursuit().accountAsOf();
        var asOf = drawnUpTo == null ? ExecutionConditions.day(scene.now()) : drawnUpTo;
        var rows = new ArrayList<List<String>>();
        for (var payment : e.payments()) {
            rows.add(List.of(
                    DAY.format(payment.paidOn()),
                    Fields.titleOf(payment.purpose()),
                    Yuan.figure(payment.amountYuan()),
                    Fields.titleOf(payment.channel()),
                    payment.receipt()));
        }
        form.with(new Section.Form(List.of(
                PenaltyDocuments.subject(matter),
                new Section.Block("当事人", p.ground().party(), 1),
                PenaltyDocuments.pairs("计算到", DAY.format(asOf), "缴纳期限", payBy(matter)),
                PenaltyDocuments.pairs("罚款数额", Yuan.text(e.fine()), "未缴罚款", Yuan.text(e.unpaid())),
                new Section.Block("加处罚款", surcharge(matter, asOf), 3))));
        if (!rows.isEmpty()) {
            form.with(new Section.Table(
                    "缴款记录",
                    List.of(
                            new Column("缴款日期", 3, Align.LEFT),
                            new Column("款项", 2, Align.LEFT),
                            new Column("金额（元）", 3, Align.RIGHT),
                            new Column("收缴方式", 3, Align.LEFT),
                            new Column("票据号", 3, Align.LEFT)),
                    rows));
        }
        return form.note("加处罚款按《行政处罚法》第七十二条计算，复议、诉讼期间不计算（第七十三条）；部分缴纳后按未缴部分计算，该算法待法制审核。");
    }

    private static String surcharge(Matter<Penalty> matter, LocalDate asOf) {
        return ExecutionConditions.surcharge(matter, asOf)
                .map(s -> "逾期" + s.days() + "日（不含复议、诉讼期间），每日按百分之三，计" + Yuan.text(s.amount())
                        + (s.capped() ? "，已达到罚款数额，不再增加" : "") + "；已缴加处罚款"
                        + Yuan.text(matter.state().execution().paid(Purpose.SURCHARGE)) + "。")
                .orElse("没有罚款，不产生加处罚款。");
    }

    private static String payBy(Matter<Penalty> matter) {
        return ExecutionConditions.payBy(matter).map(DAY::format).orElse("无");
    }

    private static Draft urging(Draft letter, Matter<Penalty> matter, Scene scene) {
        var p = matter.state();
        var e = p.execution();
        var urged = e.pursuit().urging();
        letter.title("履行行政处罚决定催告书").paragraph("当事人：" + p.ground().party());
        letter.paragraph("我单位作出的行政处罚决定（" + decisionNumber(matter) + "）已经送达，你（单位）在法定期限内没有履行。未缴罚款" + Yuan.text(e.unpaid())
                + "；" + surcharge(matter, ExecutionConditions.day(scene.now())));
        if (urged != null) {
            letter.paragraph(urged.text()).paragraph("请于" + Letter.minute(urged.until()) + "前履行。");
        }
        return letter.paragraph("你（单位）有权进行陈述和申辩。仍不履行的，将依照《中华人民共和国行政强制法》第五十三条、第五十四条申请人民法院强制执行。");
    }

    private static Draft court(Draft letter, Matter<Penalty> matter, Scene scene) {
        var p = matter.state();
        var e = p.execution();
        var application = e.pursuit().application();
        letter.title("强制执行申请书")
                .to("鹿寨县人民法院")
                .paragraph("申请人：" + scene.directory().fullName(matter.owner()))
                .paragraph("被申请人：" + p.ground().party())
                .heading(1, "一、申请执行的内容")
                .paragraph(
                        "行政处罚决定（" + decisionNumber(matter) + "）：" + p.proposal().text())
                .paragraph(
                        "未缴罚款" + Yuan.text(e.unpaid()) + "；" + surcharge(matter, ExecutionConditions.day(scene.now())));
        if (application != null) {
            letter.heading(1, "二、申请理由")
                    .paragraph(application.reason())
                    .heading(1, "三、复议、诉讼和催告情况")
                    .paragraph(application.checked());
            if (Boolean.TRUE.equals(application.tenDaysPassed())) {
                letter.paragraph("催告书送达已满十日，当事人仍未履行。");
            }
        }
        return letter.annex("行政处罚决定书及作出决定的事实、理由和依据").annex("催告书和送达回证");
    }

    private static String decisionNumber(Matter<Penalty> matter) {
        return matter.documents().stream()
                .filter(d -> d.kind().equals(PenaltyDocuments.DECISION.kind()))
                .map(d -> d.number() == null ? "" : d.number())
                .reduce((a, b) -> b)
                .orElse("");
    }
}
