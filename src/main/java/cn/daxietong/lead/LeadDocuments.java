package cn.daxietong.lead;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.Section;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.UnitId;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of a lead. */
final class LeadDocuments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日HH时mm分");

    /** 线索登记表: who reported what, with the opinions given on the platform and room for those given by hand. */
    static final DocumentTemplate<Lead> REGISTRATION = new DocumentTemplate<>() {
        @Override
        public String kind() {
            return "lead_registration";
        }

        @Override
        public String title() {
            return "线索登记表";
        }

        @Override
        public UnitId issuer(Matter<Lead> matter) {
            return matter.state().report().reporter();
        }

        @Override
        public OfficialDocument compose(Matter<Lead> matter, Scene scene, @Nullable String number) {
            return registration(matter, scene);
        }
    };

    private LeadDocuments() {}

    private static OfficialDocument registration(Matter<Lead> matter, Scene scene) {
        var lead = matter.state();
        var report = lead.report();
        var occurred = report.occurredAt();
        var act = report.act();
        var subjects = Subject.masked(report.subjects());
        return OfficialDocument.form("线索登记表", scene.directory().fullName(report.reporter()))
                .number(matter.number())
                .with(new Section.Form(List.of(
                        pairs(
                                "线索编号",
                                matter.number(),
                                "登记时间",
                                MOMENT.format(matter.createdAt().atZone(ZONE))),
                        new Section.Pairs(List.of(new Section.Field("线索标题", report.title()))),
                        pairs("来源", Fields.titleOf(report.source()), "涉嫌行为", act == null ? "未填" : Fields.titleOf(act)),
                        pairs(
                                "发生时间",
                                occurred == null ? "不详" : MOMENT.format(occurred.atZone(ZONE)),
                                "地点",
                                Optional.ofNullable(report.place()).orElse("不详")),
                        new Section.Block("情况说明", report.description(), 8),
                        new Section.Block("人员车辆单位", subjects.isEmpty() ? "无" : subjects, 2),
                        Signed.box("登记单位意见", "报请指挥部办公室分派核查。", report.registered(), scene.directory()),
                        Signed.box(
                                "指挥部办公室分派意见",
                                dispatch(lead.assignment(), scene),
                                lead.assignment().dispatched(),
                                scene.directory()),
                        Signed.box(
                                "核查单位核查结果",
                                finding(lead.verification()),
                                lead.verification().verified(),
                                scene.directory()))))
                .done();
    }

    private static String dispatch(Lead.Assignment assignment, Scene scene) {
        var unit = assignment.assignee();
        var text =
                new StringBuilder(unit == null ? "" : "分派" + scene.directory().name(unit) + "核查。");
        Optional.ofNullable(assignment.dispatchNote())
                .ifPresent(note -> text.append('\n').append(note));
        Optional.ofNullable(assignment.deviationReason())
                .ifPresent(reason -> text.append("\n选择其他单位的理由：").append(reason));
        return text.toString();
    }

    private static String finding(Lead.Verification verification) {
        return (Boolean.TRUE.equals(verification.substantiated()) ? "查实。" : "未查实。")
                + Optional.ofNullable(verification.finding()).orElse("");
    }

    private static Section.Pairs pairs(String a, String av, String b, String bv) {
        return new Section.Pairs(List.of(new Section.Field(a, av), new Section.Field(b, bv)));
    }
}
