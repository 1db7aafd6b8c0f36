package cn.daxietong.exhibit;

import static cn.daxietong.exhibit.InventoryStatus.COUNTING;
import static cn.daxietong.exhibit.InventoryStatus.DIFFERENT;
import static cn.daxietong.exhibit.InventoryStatus.FINISHED;
import static cn.daxietong.exhibit.InventoryStatus.VOID;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.Section;
import cn.daxietong.document.Section.Align;
import cn.daxietong.document.Section.Column;
import cn.daxietong.exhibit.InventoryAction.Begin;
import cn.daxietong.exhibit.InventoryAction.Cancel;
import cn.daxietong.exhibit.InventoryAction.Explain;
import cn.daxietong.exhibit.InventoryAction.Finish;
import cn.daxietong.exhibit.InventoryAction.Scan;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Directory;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Who;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The life of a stocktaking: whoever keeps goods well knows what stands where (行政强制法 第二十六条; 国务院令310号 第十五条). */
final class InventoryProcedure {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Condition<Inventory, Begin> SOMETHING_STANDS_THERE = Condition.field(
            "place",
            "nothing_there",
            "coercion.26",
            "账上没有本单位保管在这个地点的物品，请核对地点的写法；各地点写在“涉案物品”每件物品的存放地点里",
            (i, b, scene) -> !Inventory.standingIn(Kept.placed(b.place()), scene.surveyed())
                    .isEmpty());

    private static final Condition<Inventory, Scan> A_CODE = Condition.field(
            "code", "no_code", "coercion.26", "不是物品标签上的编号码，或者有一位输错了；请重新扫描，或者照标签输入", (i, s, scene) -> ExhibitCode.read(
                            s.code())
                    .isPresent());

    /** 盘点差异报告. */
    static final DocumentTemplate<Inventory> REPORT = new DocumentTemplate<>() {
        @Override
        public String kind() {
            return "inventory_report";
        }

        @Override
        public String title() {
            return "盘点差异报告";
        }

        @Override
        public Optional<String> series(Matter<Inventory> matter, Directory directory) {
            return Optional.of(directory.documentPrefix(matter.owner()) + "盘");
        }

        @Override
        public OfficialDocument compose(Matter<Inventory> matter, Scene scene, @Nullable String number) {
            return report(matter, scene, number);
        }
    };

    static final Procedure<Inventory> TABLE = table();

    private InventoryProcedure() {}

    private static Procedure<Inventory> table() {
        // spotless:off
        return Procedure.of(Inventory.class, InventoryStatus.class)
                .opening(Begin.class).by(Who.anyUnit()).law("coercion.26").to(COUNTING)
                    .surveys(ExhibitKind.CODE)
                    .requires(SOMETHING_STANDS_THERE)
                    .then((none, b, scene) -> Inventory.begun(Kept.placed(b.place()), scene.surveyed()))

                .from(COUNTING)
                .on(Scan.class).by(Who.owner()).law("coercion.26")
                    .requires(A_CODE)
                    .then((i, s, scene) -> i.scanned(s, scene))
                .on(Finish.class).by(Who.owner()).law("coercion.26", "310.15").to(Inventory::outcome, DIFFERENT, FINISHED)
                    .duty("盘点完毕后出具差异报告")
                    .yieldsTo(i -> i.state().counted() < i.state().expected(), "scan")
                    .surveys(ExhibitKind.CODE)
                    .then((i, f, scene) -> i.finished(f.note(), scene.surveyed()))
                    .issues(REPORT)
                    .tellsWhen(i -> !i.state().differences().isEmpty(), Who.<Inventory>owner().head(), "盘点有差异，请查明原因")
                .on(Cancel.class).by(Who.owner()).law("coercion.26").to(VOID)
                    .then((i, c) -> i.ended(c.reason()))

                .from(DIFFERENT)
                .on(Explain.class).by(Who.<Inventory>owner().head()).law("coercion.26").to(FINISHED)
                    .duty("说明盘点差异的原因和处理")
                    .then(Inventory::explained)
                .build();
        // spotless:on
    }

    private static OfficialDocument report(Matter<Inventory> matter, Scene scene, @Nullable String number) {
        var i = matter.state();
        var units = scene.directory();
        var differences = i.differences();
        var draft = OfficialDocument.list("盘点差异报告", units.fullName(matter.owner()))
                .number(number)
                .title("盘点差异报告")
                .paragraph("盘点编号：" + matter.number() + "　存放地点：" + i.place())
                .paragraph("账面" + i.expected() + "件，盘到" + i.counted() + "件，差异" + differences.size() + "件。"
                        + Optional.ofNullable(i.note()).orElse(""));
        if (!differences.isEmpty()) {
            draft.with(table("一、差异", differences));
        }
        return draft.with(table(differences.isEmpty() ? "全部物品" : "二、全部物品", i.lines()))
                .sealed(units.fullName(matter.owner()), scene.now().atZone(ZONE).toLocalDate())
                .done();
    }

    private static Section.Table table(String title, List<Inventory.Line> lines) {
        return new Section.Table(
                title,
                List.of(
                        new Column("编号码", 3, Align.LEFT),
                        new Column("物品", 4, Align.LEFT),
                        new Column("账面", 2, Align.RIGHT),
                        new Column("实盘", 2, Align.RIGHT),
                        new Column("结果", 3, Align.CENTER),
                        new Column("说明", 4, Align.LEFT)),
                lines.stream()
                        .map(l -> List.of(
                                l.code(),
                                l.description(),
                                figure(l.booked(), l.unit()),
                                figure(l.counted(), l.unit()),
                                Fields.titleOf(l.result()),
                                Optional.ofNullable(l.note()).orElse("")))
                        .toList());
    }

    private static String figure(@Nullable BigDecimal value, String unit) {
        return value == null ? "" : value.stripTrailingZeros().toPlainString() + unit;
    }
}
