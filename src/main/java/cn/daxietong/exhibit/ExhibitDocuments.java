package cn.daxietong.exhibit;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.Section;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.NumberedForm;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.shared.UnitId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms of an exhibit. */
final class ExhibitDocuments {
    /** 物品移交单: signed by the giver when handed over, and issued again with the taker's signature. */
    static final DocumentTemplate<Kept> HANDOVER = new NumberedForm<>("exhibit_handover", "物品移交单", "物交") {
        @Override
        public UnitId issuer(Matter<Kept> matter) {
            return given(matter).gave().unit();
        }

        @Override
        public OfficialDocument compose(Matter<Kept> matter, Scene scene, @Nullable String number) {
            return handover(matter, scene, number);
        }
    };

    /** 先行处置审批表 (行政强制法 第二十七、二十八条; 海关法 第九十二条). */
    static final DocumentTemplate<Kept> DISPOSAL = new NumberedForm<>("exhibit_disposal", "先行处置审批表", "物处") {
        @Override
        public UnitId issuer(Matter<Kept> matter) {
            return matter.state().affair().caseUnit();
        }

        @Override
        public OfficialDocument compose(Matter<Kept> matter, Scene scene, @Nullable String number) {
            return disposal(matter, scene, number);
        }
    };

    private ExhibitDocuments() {}

    private static Custody.Handover given(Matter<Kept> matter) {
        return Optional.ofNullable(matter.state().custody().handover()).orElseThrow();
    }

    private static OfficialDocument handover(Matter<Kept> matter, Scene scene, @Nullable String number) {
        var k = matter.state();
        var h = given(matter);
        var units = scene.directory();
        var counted = h.counted();
        return OfficialDocument.form("物品移交单", units.fullName(h.gave().unit()))
                .number(number)
                .with(new Section.Form(List.of(
                        pairs("物品编号", matter.number(), "编号码", code(matter)),
                        pairs("物品", k.thing().description(), "识别号", masked(k)),
                        pairs("案件", k.affair().caseTitle(), "案件编号", k.affair().caseNumber()),
                        pairs("交出单位", units.fullName(h.gave().unit()), "接收单位", units.fullName(h.to())),
                        pairs(
                                "移交数量",
                                amount(h.quantity(), k),
                                "实收数量",
                                counted == null ? "待接收单位清点" : amount(counted, k)),
                        new Section.Block("交接说明", Optional.ofNullable(h.note()).orElse("无"), 3),
                        new Section.Block(
                                "接收时的状况",
                                h.took() == null
                                        ? ""
                                        : Optional.ofNullable(k.quality()
                                                        .checks()
                                                        .getLast()
                                                        .note())
                                                .orElse("与移交相符"),
                                3),
                        Signed.box("交出", "已清点交出。", h.gave(), units),
                        Signed.box("接收", "已清点接收，由本单位保管。", h.took(), units))))
                .done();
    }

    private static OfficialDocument disposal(Matter<Kept> matter, Scene scene, @Nullable String number) {
        var k = matter.state();
        var d = Optional.ofNullable(k.fate().disposal()).orElseThrow();
        var units = scene.directory();
        var until = k.quality().goodUntil();
        var article = d.legalBasis();
        var approval = d.approval();
        return OfficialDocument.form("先行处置审批表", units.fullName(k.affair().caseUnit()))
                .number(number)
                .with(new Section.Form(List.of(
                        pairs("物品编号", matter.number(), "编号码", code(matter)),
                        pairs("物品", k.thing().description(), "现有数量", amount(k.quantityNow(), k)),
                        pairs("案件", k.affair().caseTitle(), "案件编号", k.affair().caseNumber()),
                        pairs(
                                "保管单位",
                                units.fullName(matter.owner()),
                                "保质期限",
                                until == null ? "未登记" : Letter.minute(until)),
                        pairs(
                                "处置方式",
                                Fields.titleOf(d.way()),
                                "至今保管费",
                                k.custody().cost(scene.now()).toPlainString() + "元"),
                        new Section.Block(
                                "法律依据",
                                Fields.titleOf(d.basis())
                                        + (article == null ? "" : "：" + article + "（由办理单位填写，待法制审核）")
                                        + (approval == null ? "" : "\n上级批准文号：" + approval),
                                2),
                        new Section.Block("理由", d.reason(), 3),
                        new Section.Block("留取证据", d.evidence() + "（国务院令310号第四条）", 2),
                        Signed.box("经办意见", "建议先行处置。", d.proposed(), units),
                        new Section.Approval("法制审核意见", null, null, null),
                        Signed.box("负责人审批意见", "同意先行处置，价款妥善保存，随案处理。", d.approved(), units))))
                .done();
    }

    private static String code(Matter<Kept> matter) {
        return ExhibitCode.ofNumber(matter.number()).map(ExhibitCode::text).orElse("");
    }

    private static String masked(Kept k) {
        var identifier = k.thing().identifier();
        return identifier == null ? "无" : identifier.masked();
    }

    private static String amount(BigDecimal quantity, Kept k) {
        return quantity.stripTrailingZeros().toPlainString() + k.thing().unit();
    }

    private static Section.Pairs pairs(String a, String av, String b, String bv) {
        return new Section.Pairs(List.of(new Section.Field(a, av), new Section.Field(b, bv)));
    }
}
