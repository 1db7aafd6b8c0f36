package cn.daxietong.casework;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.Section;
import cn.daxietong.document.Section.Align;
import cn.daxietong.document.Section.Column;
import cn.daxietong.law.Act;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.IssuedDocument;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.NumberedForm;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.matter.Subject;
import cn.daxietong.transfer.Exhibit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The decision and the list that belong to one kind of measure, made and handed over on the spot. */
final class TakingDocuments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** 查封、扣押 (行政强制法 第二十四条). */
    static final TakingDocuments SEIZURE =
            new TakingDocuments("seizure", "查封扣押", "强措", c -> c.holding().seizures(), TakingDocuments::ofSeizure);

    /** 先行登记保存 (行政处罚法 第五十六条). */
    static final TakingDocuments PRESERVATION = new TakingDocuments(
            "preservation", "先行登记保存", "登保", c -> c.holding().preservations(), TakingDocuments::ofPreservation);

    private final String decisionKind;
    private final String measure;
    private final Function<Case, List<Taking>> takings;
    private final BiFunction<Taking, Boolean, Words> words;
    final DocumentTemplate<Case> decision;
    final DocumentTemplate<Case> list;

    /** What the two decisions say differently. */
    private record Words(
            String grounds, String term, @Nullable String rights, String list) {}

    private TakingDocuments(
            String kind,
            String measure,
            String series,
            Function<Case, List<Taking>> takings,
            BiFunction<Taking, Boolean, Words> words) {
        this.decisionKind = kind + "_decision";
        this.measure = measure;
        this.takings = takings;
        this.words = words;
        this.decision = new NumberedForm<>(decisionKind, measure + "决定书", series) {
            @Override
            public OfficialDocument compose(Matter<Case> matter, Scene scene, @Nullable String number) {
                return decision(matter, scene, number);
            }
        };
        this.list = new NumberedForm<>(kind + "_list", measure + "清单", null) {
            @Override
            public OfficialDocument compose(Matter<Case> matter, Scene scene, @Nullable String number) {
                return list(matter, scene);
            }
        };
    }

    /** @param customs whose detention has a limit of its own (海关行政处罚实施条例 第四十条) */
    private static Words ofSeizure(Taking t, boolean customs) {
        return new Words(
                "为查清事实、保全证据，依据《中华人民共和国行政强制法》第十八条" + (t.urgent() ? "、第十九条（情况紧急，当场实施）" : "") + "、第二十三条，决定查封、扣押下列财物。",
                customs
                        ? "扣留期限不超过一年；经批准可以延长，延长不超过一年（海关行政处罚实施条例第四十条）。"
                        : "自查封、扣押之日起不超过三十日；情况复杂的，经负责人批准可以延长，延长不超过三十日。检测、检验、检疫或者技术鉴定的期间不计入（行政强制法第二十五条）。",
                "对本决定不服的，可以自知道本决定之日起六十日内依法申请行政复议，也可以自知道本决定之日起六个月内依法向人民法院提起行政诉讼。",
                "本清单一式二份，由当事人和行政机关分别保存（行政强制法第二十四条）。");
    }

    private static Words ofPreservation(Taking t, boolean customs) {
        return new Words(
                "证据可能灭失或者以后难以取得，依据《中华人民共和国行政处罚法》第五十六条，决定对下列物品先行登记保存。",
                "自登记保存之日起七日内作出处理决定（行政处罚法第五十六条）；七日按工作日计算，不含法定节假日（第八十五条）。",
                null,
                "本清单一式二份，由当事人和行政机关分别保存。");
    }

    /** The number of the decision on which the head decided last. */
    Optional<String> decidedLast(Matter<Case> matter) {
        var all = takings.apply(matter.state());
        return all.stream()
                .filter(t -> t.decided().isPresent())
                .reduce(Taking::later)
                .flatMap(t -> numberOf(matter, t));
    }

    /** The number of what the head has just refused, where it is one of these. */
    Optional<String> refusedLast(Matter<Case> matter) {
        return matter.state()
                .holding()
                .refusedLast()
                .filter(takings.apply(matter.state())::contains)
                .flatMap(t -> numberOf(matter, t));
    }

    private Optional<String> numberOf(Matter<Case> matter, Taking taking) {
        return numbers(matter)
                .skip(takings.apply(matter.state()).indexOf(taking))
                .findFirst();
    }

    /** One number for each act, in their order. */
    private Stream<String> numbers(Matter<Case> matter) {
        return matter.documents().stream()
                .filter(d -> d.kind().equals(decisionKind))
                .map(IssuedDocument::number)
                .filter(Objects::nonNull)
                .distinct();
    }

    /** The act whose decision has this number; the newest where it is only now being decided. */
    private Taking decided(Matter<Case> matter, @Nullable String number) {
        var all = takings.apply(matter.state());
        var at = numbers(matter).toList().indexOf(number);
        return at < 0 ? all.getLast() : all.get(at);
    }

    private OfficialDocument decision(Matter<Case> matter, Scene scene, @Nullable String number) {
        var c = matter.state();
        var t = decided(matter, number);
        var said = words.apply(t, scene.directory().isOfKind(matter.owner(), "customs"));
        var act = c.facts().act();
        var subjects = Subject.masked(c.subjects());
        var parts = new ArrayList<Section.Row>(List.of(
                pairs("案件编号", matter.number(), measure + "时间", Letter.minute(t.at())),
                new Section.Pairs(
                        List.of(new Section.Field("案件名称", c.substance().title()))),
                new Section.Block("当事人", subjects.isEmpty() ? "待查明" : subjects, 1),
                new Section.Block(
                        "理由和依据",
                        "当事人涉嫌" + (act == null || act == Act.OTHER ? "违法" : act.title()) + "，" + said.grounds(),
                        4),
                new Section.Block("财物", lines(c, t), 4),
                new Section.Block("期限", said.term(), 3)));
        if (said.rights() != null) {
            parts.add(new Section.Block("权利", said.rights(), 2));
        }
        parts.add(Signed.box(
                "承办人意见", t.urgent() ? "情况紧急，已当场实施，请补办批准手续。" : "建议" + measure + "。", t.takenBy(), scene.directory()));
        parts.add(heads(t, scene));
        return OfficialDocument.form(measure + "决定书", scene.directory().fullName(matter.owner()))
                .number(number)
                .with(new Section.Form(parts))
                .done();
    }

    private Section.Approval heads(Taking t, Scene scene) {
        var refusal = t.refusal();
        if (refusal != null) {
            return Signed.box(
                    "负责人审批意见", "不同意" + measure + "，立即解除并返还物品。理由：" + refusal.reason(), refusal.by(), scene.directory());
        }
        return t.approvedBy() == null
                ? new Section.Approval("负责人审批意见", "待负责人签批。", null, null)
                : Signed.box("负责人审批意见", "同意" + measure + "。", t.approvedBy(), scene.directory());
    }

    private OfficialDocument list(Matter<Case> matter, Scene scene) {
        var c = matter.state();
        var t = takings.apply(c).getLast();
        var unit = scene.directory().fullName(matter.owner());
        return OfficialDocument.list(measure + "清单", unit)
                .title(measure + "清单")
                .paragraph("案件：" + c.substance().title() + "（" + matter.number() + "）　" + measure + "时间："
                        + Letter.minute(t.at()))
                .with(new Section.Table(
                        null,
                        List.of(
                                new Column("序号", 1, Align.CENTER),
                                new Column("名称", 4, Align.LEFT),
                                new Column("数量", 2, Align.RIGHT),
                                new Column("单位", 1, Align.CENTER),
                                new Column("存放地点", 4, Align.LEFT)),
                        taken(c, t).map(TakingDocuments::row).toList()))
                .paragraph("当事人（签名）：")
                .paragraph("见证人（签名）：")
                .paragraph("执法人员（签名）：")
                .paragraph(words.apply(t, false).list())
                .sealed(unit, t.at().atZone(ZONE).toLocalDate())
                .done();
    }

    private static List<String> row(Exhibit e) {
        return List.of(
                e.id(),
                e.description(),
                e.quantity().stripTrailingZeros().toPlainString(),
                e.unit(),
                Optional.ofNullable(e.location()).orElse(""));
    }

    private static String lines(Case c, Taking t) {
        return String.join("；", taken(c, t).map(Exhibit::line).toList()) + "（详见清单）";
    }

    private static Stream<Exhibit> taken(Case c, Taking t) {
        return c.items().stream().filter(e -> t.items().contains(e.id()));
    }

    private static Section.Pairs pairs(String a, String av, String b, String bv) {
        return new Section.Pairs(List.of(new Section.Field(a, av), new Section.Field(b, bv)));
    }
}
