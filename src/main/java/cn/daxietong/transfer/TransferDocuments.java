package cn.daxietong.transfer;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.OfficialDocument.Part;
import cn.daxietong.document.Section;
import cn.daxietong.document.Section.Align;
import cn.daxietong.document.Section.Column;
import cn.daxietong.document.Signature;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.NumberedForm;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of a transfer. */
final class TransferDocuments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** 涉嫌犯罪案件移送书 (国务院令310号 第六条第一项) with the 回执 of 第七条; between administrative organs 案件移送书. */
    static final DocumentTemplate<Transfer> LETTER = new Template("transfer_letter", "案件移送书", "移") {
        @Override
        public String title(Matter<Transfer> matter) {
            return matter.state().criminal() ? "涉嫌犯罪案件移送书" : "案件移送书";
        }

        @Override
        public OfficialDocument compose(Matter<Transfer> matter, Scene scene, @Nullable String number) {
            return letter(matter, scene, number);
        }
    };

    /** 移送案件清单: materials and items. */
    static final DocumentTemplate<Transfer> LIST = new Template("transfer_list", "移送案件清单", null) {
        @Override
        public OfficialDocument compose(Matter<Transfer> matter, Scene scene, @Nullable String number) {
            return list(matter, scene);
        }
    };

    /** 回执, signed by the receiver (国务院令310号 第七条). */
    static final DocumentTemplate<Transfer> RECEIPT = new Template("transfer_receipt", "移送回执", null) {
        @Override
        public UnitId issuer(Matter<Transfer> matter) {
            return matter.state().receiver();
        }

        @Override
        public OfficialDocument compose(Matter<Transfer> matter, Scene scene, @Nullable String number) {
            return receipt(matter, scene);
        }
    };

    private TransferDocuments() {}

    /** The sender's, unless it says otherwise. */
    private abstract static class Template extends NumberedForm<Transfer> {
        Template(String kind, String title, @Nullable String word) {
            super(kind, title, word);
        }

        @Override
        public UnitId issuer(Matter<Transfer> matter) {
            return matter.state().sender();
        }
    }

    private static OfficialDocument letter(Matter<Transfer> matter, Scene scene, @Nullable String number) {
        var t = matter.state();
        var units = scene.directory();
        var kind = LETTER.title(matter);
        var draft = OfficialDocument.letter(kind, units.fullName(t.sender()))
                .number(number)
                .title("关于移送“" + t.origin().caseTitle() + "”的函")
                .to(units.fullName(t.receiver()))
                .paragraph(
                        "我单位在查办“" + t.origin().caseTitle() + "”（" + t.origin().caseNumber() + "）中发现，该案"
                                + (t.criminal() ? "涉嫌构成犯罪，应当移送公安机关。" : "依法不属于我单位管辖，应当移送你单位。")
                                + "现将有关情况函告如下：")
                .heading(1, "一、案件基本情况")
                .paragraph(t.origin().summary())
                .heading(1, "二、调查情况")
                .paragraph(t.origin().report())
                .heading(1, "三、移送依据");
        if (t.origin().grounds().isEmpty()) {
            draft.paragraph(
                    t.criminal() ? "《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条。" : "《行政处罚法》第二十二条、第二十七条，《鹿寨县打击走私综合治理大协同平台建设工作方案》三（三）。");
        }
        t.origin().grounds().forEach(draft::paragraph);
        draft.heading(1, "四、随案移送")
                .paragraph("移送材料" + t.materials().size() + "种、" + things(t))
                .paragraph(
                        t.criminal()
                                ? "请依照《行政执法机关移送涉嫌犯罪案件的规定》第七条在回执上签字，并自接受移送之日起三日内审查决定是否立案，书面通知我单位。"
                                : "请签收并将办理结果告知我单位。")
                .annex("移送案件清单")
                .sealed(units.fullName(t.sender()), day(scene))
                .copyTo(copies(t));
        return draft.part(receiptPart(matter, scene, number)).done();
    }

    private static List<String> copies(Transfer t) {
        var copies = new ArrayList<>(List.of("指挥部办公室", "县打私办"));
        if (t.criminal()) {
            copies.addFirst("县人民检察院");
        }
        return copies;
    }

    private static Part receiptPart(Matter<Transfer> matter, Scene scene, @Nullable String number) {
        var t = matter.state();
        var units = scene.directory();
        return new Part(
                "回执",
                "移送回执",
                number,
                units.fullName(t.sender()),
                List.of(new Section.Paragraph(
                        "你单位移送的“" + t.origin().caseTitle() + "”（" + number + "）的移送书、案卷材料及移送案件清单已收到。")),
                new Signature(units.fullName(t.receiver()), null, true));
    }

    private static OfficialDocument receipt(Matter<Transfer> matter, Scene scene) {
        var t = matter.state();
        var units = scene.directory();
        return OfficialDocument.letter("移送回执", units.fullName(t.receiver()))
                .title("移送回执")
                .to(units.fullName(t.sender()))
                .paragraph("你单位移送的“" + t.origin().caseTitle() + "”（移送编号" + matter.number() + "）的移送书、案卷材料及移送案件清单，我单位已于"
                        + day(scene).getYear() + "年" + day(scene).getMonthValue() + "月"
                        + day(scene).getDayOfMonth() + "日签收。")
                .paragraph(t.criminal() ? "我单位将自接受移送之日起三日内审查决定是否立案，并书面通知你单位。" : "该案自签收之时起由我单位承办，办理结果将通过平台反馈。")
                .sealed(units.fullName(t.receiver()), day(scene))
                .done();
    }

    private static OfficialDocument list(Matter<Transfer> matter, Scene scene) {
        var t = matter.state();
        var materials = new ArrayList<List<String>>();
        for (var m : t.materials()) {
            var title = m.title();
            var copies = m.copies();
            materials.add(List.of(
                    String.valueOf(materials.size() + 1),
                    title == null ? Fields.titleOf(m.kind()) : title,
                    Fields.titleOf(m.kind()),
                    copies == null ? "1" : String.valueOf(copies)));
        }
        var items = new ArrayList<List<String>>();
        for (var e : t.exhibits()) {
            if (e.held()) {
                var value = e.valueYuan();
                items.add(List.of(
                        e.id(),
                        e.description(),
                        plain(e.quantity()),
                        e.unit(),
                        value == null ? "待估价" : plain(value),
                        Fields.titleOf(e.measure()),
                        Optional.ofNullable(e.location()).orElse("")));
            }
        }
        var list = OfficialDocument.list("移送案件清单", scene.directory().fullName(t.sender()))
                .title("移送案件清单")
                .paragraph("案件：" + t.origin().caseTitle() + "（" + t.origin().caseNumber() + "）")
                .paragraph("受移送单位：" + scene.directory().fullName(t.receiver()))
                .with(new Section.Table(
                        "一、材料",
                        List.of(
                                column("序号", 1, Align.CENTER),
                                column("名称", 5, Align.LEFT),
                                column("种类", 4, Align.LEFT),
                                column("份数", 1, Align.CENTER)),
                        materials));
        if (items.isEmpty()) {
            list.heading(1, "二、涉案物品").paragraph("没有涉案物品。");
        } else {
            list.with(new Section.Table(
                    "二、涉案物品",
                    List.of(
                            column("编号", 1, Align.CENTER),
                            column("名称", 4, Align.LEFT),
                            column("数量", 2, Align.RIGHT),
                            column("单位", 1, Align.CENTER),
                            column("价值（元）", 2, Align.RIGHT),
                            column("现有措施", 2, Align.CENTER),
                            column("存放地点", 3, Align.LEFT)),
                    items));
        }
        return list.sealed(scene.directory().fullName(t.sender()), day(scene)).done();
    }

    private static String things(Transfer t) {
        var count = t.exhibits().stream().filter(Exhibit::held).count();
        if (count == 0) {
            return "没有涉案物品，详见所附移送案件清单。";
        }
        return "涉案物品" + count + "项，详见所附移送案件清单。" + (t.criminal() ? "涉案物品在收到立案通知书之日起三日内移交，并办结交接手续。" : "涉案物品另行办理交接手续。");
    }

    private static Column column(String title, int weight, Align align) {
        return new Column(title, weight, align);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static LocalDate day(Scene scene) {
        return scene.now().atZone(ZONE).toLocalDate();
    }
}
