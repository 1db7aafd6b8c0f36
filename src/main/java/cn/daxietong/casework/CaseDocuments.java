package cn.daxietong.casework;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.Section;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.NumberedForm;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.matter.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of a case. */
final class CaseDocuments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** 立案审批表 (行政处罚法 第五十四条). */
    static final DocumentTemplate<Case> FILING = new NumberedForm<>("case_filing", "立案审批表", "立") {
        @Override
        public OfficialDocument compose(Matter<Case> matter, Scene scene, @Nullable String number) {
            return filing(matter, scene, number);
        }
    };

    /** 不予移送审批表: the head's reasons on record (国务院令310号 第五条第二款). */
    static final DocumentTemplate<Case> REFUSAL = new NumberedForm<>("transfer_refusal", "不予移送审批表", "不移") {
        @Override
        public OfficialDocument compose(Matter<Case> matter, Scene scene, @Nullable String number) {
            return refusal(matter, scene, number);
        }
    };

    private CaseDocuments() {}

    private static OfficialDocument filing(Matter<Case> matter, Scene scene, @Nullable String number) {
        var c = matter.state();
        var commodity = c.facts().commodity();
        var act = c.facts().act();
        var date = c.facts().conductDate();
        var subjects = Subject.masked(c.substance().subjects());
        return OfficialDocument.form("立案审批表", scene.directory().fullName(matter.owner()))
                .number(number)
                .with(new Section.Form(List.of(
                        pairs(
                                "案件编号",
                                matter.number(),
                                "登记日期",
                                chinese(matter.createdAt().atZone(ZONE).toLocalDate())),
                        new Section.Pairs(
                                List.of(new Section.Field("案件名称", c.substance().title()))),
                        pairs(
                                "涉及货物",
                                commodity == null ? "待查明" : commodity.title(),
                                "涉嫌行为",
                                act == null ? "待查明" : act.title()),
                        pairs(
                                "行为日期",
                                date == null ? "待查明" : chinese(date),
                                "行为地点",
                                Optional.ofNullable(c.facts().place()).orElse("待查明")),
                        new Section.Block("人员车辆单位", subjects.isEmpty() ? "待查明" : subjects, 1),
                        new Section.Block("案情摘要", c.substance().summary(), 5),
                        new Section.Block("管辖和移送标准研判", findings(c, scene), 4),
                        Signed.box("承办人意见", "建议立案。", c.filing().filedBy(), scene.directory()),
                        new Section.Approval("承办机构意见", null, null, null),
                        c.awaitsSignature()
                                ? new Section.Approval("负责人审批意见", "待负责人签批。", null, null)
                                : Signed.box("负责人审批意见", "同意立案。", c.filing().approvedBy(), scene.directory()))))
                .done();
    }

    private static String findings(Case c, Scene scene) {
        var units = c.assessment().jurisdiction().candidates().stream()
                .map(k -> scene.directory().shortName(k.unit()) + "（《" + k.law() + "》" + k.clause() + "）")
                .distinct()
                .limit(6)
                .toList();
        return "移送标准：" + c.assessment().threshold().reason() + "\n管辖："
                + (units.isEmpty() ? c.assessment().jurisdiction().reason() : String.join("、", units));
    }

    private static OfficialDocument refusal(Matter<Case> matter, Scene scene, @Nullable String number) {
        var c = matter.state();
        return OfficialDocument.form("不予移送审批表", scene.directory().fullName(matter.owner()))
                .number(number)
                .with(new Section.Form(List.of(
                        pairs("案件编号", matter.number(), "案件名称", c.substance().title()),
                        new Section.Block("案情摘要", c.substance().summary(), 6),
                        new Section.Block("移送标准研判", c.assessment().threshold().reason(), 3),
                        new Section.Block(
                                "不予批准移送的理由",
                                Optional.ofNullable(c.referral().refusedByHead())
                                        .orElse(""),
                                6),
                        new Section.Approval(
                                "正职负责人（或者主持工作的负责人）",
                                "不批准移送，理由如上，记录在案。",
                                null,
                                scene.now().atZone(ZONE).toLocalDate()))))
                .done();
    }

    private static Section.Pairs pairs(String a, String av, String b, String bv) {
        return new Section.Pairs(List.of(new Section.Field(a, av), new Section.Field(b, bv)));
    }

    private static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
