package cn.daxietong.lead;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.Section;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.UnitId;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The documents of a lead. */
final class LeadDocuments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy年M月d日HH时mm分");

    /** 线索登记表: who reported what, with room for the office's and the unit's opinions. */
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
            return matter.state().reporter();
        }

        @Override
        public OfficialDocument compose(Matter<Lead> matter, Scene scene, @Nullable String number) {
            return registration(matter, scene);
        }
    };

    private LeadDocuments() {}

    private static OfficialDocument registration(Matter<Lead> matter, Scene scene) {
        var lead = matter.state();
        var occurred = lead.occurredAt();
        var act = lead.act();
        var subjects = lead.subjects().stream()
                .map(s -> Fields.titleOf(s.type()) + "：" + s.value().masked()
                        + (s.name() == null ? "" : "（" + s.name().masked() + "）"))
                .collect(Collectors.joining("；"));
        return OfficialDocument.form("线索登记表", scene.directory().fullName(lead.reporter()))
                .number(matter.number())
                .with(new Section.Form(List.of(
                        pairs(
                                "线索编号",
                                matter.number(),
                                "登记时间",
                                MOMENT.format(matter.createdAt().atZone(ZONE))),
                        new Section.Pairs(List.of(new Section.Field("线索标题", lead.title()))),
                        pairs("来源", Fields.titleOf(lead.source()), "涉嫌行为", act == null ? "未填" : Fields.titleOf(act)),
                        pairs(
                                "发生时间",
                                occurred == null ? "不详" : MOMENT.format(occurred.atZone(ZONE)),
                                "地点",
                                lead.place() == null ? "不详" : lead.place()),
                        new Section.Block("情况说明", lead.description(), 8),
                        new Section.Block("涉及的人、车、单位", subjects.isEmpty() ? "无" : subjects, 2),
                        new Section.Approval("登记单位意见", null, null, null),
                        new Section.Approval("指挥部办公室分派意见", null, null, null),
                        new Section.Approval("核查单位核查结果", null, null, null))))
                .done();
    }

    private static Section.Pairs pairs(String a, String av, String b, String bv) {
        return new Section.Pairs(List.of(new Section.Field(a, av), new Section.Field(b, bv)));
    }
}
