package cn.daxietong.casework;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.Section;
import cn.daxietong.document.Section.Align;
import cn.daxietong.document.Section.Column;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.IssuedDocument;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.NumberedForm;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.matter.Subject;
import cn.daxietong.transfer.Exhibit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** 查封、扣押决定书 and 清单, made and handed over on the spot (行政强制法 第二十四条). */
final class SeizureDocuments {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DECISION_KIND = "seizure_decision";

    static final DocumentTemplate<Case> DECISION = new NumberedForm<>(DECISION_KIND, "查封扣押决定书", "强措") {
        @Override
        public OfficialDocument compose(Matter<Case> matter, Scene scene, @Nullable String number) {
            return decision(matter, scene, number);
        }
    };

    static final DocumentTemplate<Case> LIST = new NumberedForm<>("seizure_list", "查封扣押清单", null) {
        @Override
        public OfficialDocument compose(Matter<Case> matter, Scene scene, @Nullable String number) {
            return list(matter, scene);
        }
    };

    private SeizureDocuments() {}

    /** The number of the decision that was signed last. */
    static Optional<String> signedLast(Matter<Case> matter) {
        var all = matter.state().holding().seizures();
        return all.stream()
                .filter(s -> s.approvedBy() != null)
                .reduce((a, b) -> signedAt(b).isBefore(signedAt(a)) ? a : b)
                .flatMap(s -> numbers(matter).skip(all.indexOf(s)).findFirst());
    }

    private static Instant signedAt(Seizure s) {
        return Objects.requireNonNull(s.approvedBy()).at();
    }

    /** One number for each seizure, in their order. */
    private static Stream<String> numbers(Matter<Case> matter) {
        return matter.documents().stream()
                .filter(d -> d.kind().equals(DECISION_KIND))
                .map(IssuedDocument::number)
                .filter(Objects::nonNull)
                .distinct();
    }

    /** The seizure whose decision has this number; the newest where it is only now being decided. */
    private static Seizure decided(Matter<Case> matter, @Nullable String number) {
        var all = matter.state().holding().seizures();
        var at = numbers(matter).toList().indexOf(number);
        return at < 0 ? all.getLast() : all.get(at);
    }

    private static OfficialDocument decision(Matter<Case> matter, Scene scene, @Nullable String number) {
        var c = matter.state();
        var s = decided(matter, number);
        var act = c.facts().act();
        var subjects = Subject.masked(c.subjects());
        return OfficialDocument.form("查封扣押决定书", scene.directory().fullName(matter.owner()))
                .number(number)
                .with(new Section.Form(List.of(
                        pairs("案件编号", matter.number(), "查封扣押时间", Letter.minute(s.at())),
                        new Section.Pairs(
                                List.of(new Section.Field("案件名称", c.substance().title()))),
                        new Section.Block("当事人", subjects.isEmpty() ? "待查明" : subjects, 1),
                        new Section.Block(
                                "理由和依据",
                                "当事人涉嫌" + (act == null ? "违法" : act.title())
                                        + "，为查清事实、保全证据，依据《中华人民共和国行政强制法》第十八条"
                                        + (s.urgent() ? "、第十九条（情况紧急，当场实施）" : "") + "、第二十三条，决定查封、扣押下列财物。",
                                4),
                        new Section.Block("财物", lines(c, s), 4),
                        new Section.Block(
                                "期限", "自查封、扣押之日起不超过三十日；情况复杂的，经负责人批准可以延长，延长不超过三十日。检测、检验、检疫或者技术鉴定的期间不计入（行政强制法第二十五条）。", 3),
                        new Section.Block("权利", "对本决定不服的，可以依法申请行政复议或者提起行政诉讼。", 2),
                        Signed.box(
                                "承办人意见",
                                s.urgent() ? "情况紧急，已当场实施，请补办批准手续。" : "建议查封、扣押。",
                                s.seizedBy(),
                                scene.directory()),
                        s.approvedBy() == null
                                ? new Section.Approval("负责人审批意见", "待负责人签批。", null, null)
                                : Signed.box("负责人审批意见", "同意查封、扣押。", s.approvedBy(), scene.directory()))))
                .done();
    }

    private static OfficialDocument list(Matter<Case> matter, Scene scene) {
        var c = matter.state();
        var s = c.holding().seizures().getLast();
        var unit = scene.directory().fullName(matter.owner());
        return OfficialDocument.list("查封扣押清单", unit)
                .title("查封扣押清单")
                .paragraph("案件：" + c.substance().title() + "（" + matter.number() + "）　查封扣押时间：" + Letter.minute(s.at()))
                .with(new Section.Table(
                        null,
                        List.of(
                                new Column("序号", 1, Align.CENTER),
                                new Column("名称", 4, Align.LEFT),
                                new Column("数量", 2, Align.RIGHT),
                                new Column("单位", 1, Align.CENTER),
                                new Column("存放地点", 4, Align.LEFT)),
                        taken(c, s).map(SeizureDocuments::row).toList()))
                .paragraph("当事人（签名）：　　　　　　　　见证人（签名）：　　　　　　　　执法人员（签名）：")
                .paragraph("本清单一式二份，由当事人和行政机关分别保存（行政强制法第二十四条）。")
                .sealed(unit, s.at().atZone(ZONE).toLocalDate())
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

    private static String lines(Case c, Seizure s) {
        return String.join("；", taken(c, s).map(Exhibit::line).toList()) + "（详见清单）";
    }

    private static Stream<Exhibit> taken(Case c, Seizure s) {
        return c.items().stream().filter(e -> s.items().contains(e.id()));
    }

    private static Section.Pairs pairs(String a, String av, String b, String bv) {
        return new Section.Pairs(List.of(new Section.Field(a, av), new Section.Field(b, bv)));
    }
}
