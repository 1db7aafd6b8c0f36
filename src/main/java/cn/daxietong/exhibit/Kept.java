package cn.daxietong.exhibit;

import cn.daxietong.exhibit.Custody.Handover;
import cn.daxietong.exhibit.Custody.How;
import cn.daxietong.exhibit.ExhibitAction.Basis;
import cn.daxietong.exhibit.ExhibitAction.Category;
import cn.daxietong.exhibit.ExhibitAction.HandOver;
import cn.daxietong.exhibit.ExhibitAction.ProposeDisposal;
import cn.daxietong.exhibit.ExhibitAction.Store;
import cn.daxietong.exhibit.ExhibitAction.TakeOver;
import cn.daxietong.exhibit.ExhibitAction.Way;
import cn.daxietong.matter.Known;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Personal;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.Exhibit.Measure;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one exhibit: what it is, whose case it belongs to, who holds it, how it keeps, and how it ends. */
record Kept(
        @JsonUnwrapped Thing thing,
        @JsonUnwrapped Affair affair,
        @JsonUnwrapped Quality quality,
        @JsonUnwrapped Custody custody,
        @JsonUnwrapped Fate fate) {

    /**
     * What it is.
     *
     * @param item its id in the case
     */
    record Thing(
            String item,
            @Title("物品") String description,
            @Title("登记数量") BigDecimal quantity,
            @Title("计量单位") String unit,
            @Title("价值") @Nullable BigDecimal valueYuan,
            @Title("识别号") @Nullable Personal identifier,
            @Nullable String commodity,
            @Title("措施") Measure measure) {
        String line(BigDecimal now) {
            return description + " " + now.stripTrailingZeros().toPlainString() + unit;
        }

        Thing under(Measure next) {
            return new Thing(item, description, quantity, unit, valueYuan, identifier, commodity, next);
        }

        Thing known(@Nullable Personal number) {
            return number == null
                    ? this
                    : new Thing(item, description, quantity, unit, valueYuan, number, commodity, measure);
        }
    }

    /** Whose case it belongs to; the custodian may be another unit. */
    record Affair(
            @Title("案件") String caseTitle,
            @Title("案件编号") String caseNumber,
            @Title("办案单位") UnitId caseUnit,
            @Title("案件结果") @Nullable String caseOutcome) {}

    /** How it keeps. */
    record Quality(
            @Title("保管类别") @Nullable Category category,
            @Title("保质期限") @Nullable Instant goodUntil,
            @Title("检查记录") List<Looked> checks) {
        Quality {
            checks = List.copyOf(checks);
        }

        Quality checked(Looked look, @Nullable Instant newEnd) {
            var all = new ArrayList<>(checks);
            all.add(look);
            return new Quality(category, newEnd == null ? goodUntil : newEnd, all);
        }
    }

    /** One look at it. */
    record Looked(
            @Title("时间") Instant at,
            @Title("单位") UnitId unit,
            @Title("实测数量") BigDecimal quantity,
            @Title("状况") @Nullable String note) {}

    /** How it ends, early or by the decision. */
    record Fate(
            @Title("先行处置") @Nullable Disposal disposal,
            @Title("最终去向") @Nullable Ending ending,

            @Title(value = "办理说明", multiline = true) @Nullable
            String note) {
        static final Fate OPEN = new Fate(null, null, null);
    }

    /** Disposed of before the case is decided. */
    record Disposal(
            @Title("依据") Basis basis,
            @Title("法条") @Nullable String legalBasis,
            @Title("处置方式") Way way,
            @Title(value = "理由", multiline = true) String reason,
            @Title(value = "怎样留取证据", multiline = true) String evidence,
            @Title("提出") Signed proposed,
            @Title("批准") @Nullable Signed approved,
            @Title("上级批准文号") @Nullable String approval) {
        Disposal approvedBy(Signed head, @Nullable String number) {
            return new Disposal(basis, legalBasis, way, reason, evidence, proposed, head, number);
        }
    }

    /** Where it went. */
    record Ending(
            ExhibitStatus status,
            @Title("方式") String how,
            @Title("法律依据和文书") @Nullable String legalBasis,
            @Title("所得价款（元）") @Nullable BigDecimal proceedsYuan,
            @Title(value = "经过", multiline = true) String note) {}

    static Kept opened(ExhibitOpening o, Scene scene) {
        var e = o.item();
        var place = e.location();
        return new Kept(
                new Thing(
                        e.id(),
                        e.description(),
                        e.quantity(),
                        e.unit(),
                        e.valueYuan(),
                        o.identifier(),
                        o.commodity(),
                        e.measure()),
                new Affair(o.caseTitle(), o.caseNumber(), scene.unit(), null),
                new Quality(null, null, List.of()),
                Custody.begun(e.custodian(), place == null ? null : placed(place), o.since()),
                Fate.OPEN);
    }

    /** A place is written one way, or a stocktaking would miss what stands there. */
    static final String PLACE = "place";

    static final String PLACE_OR_NEW = "place_or_new";

    /** Where the unit's exhibits stand, for the forms that ask where. */
    static Optional<Known> places(String picks) {
        return picks.equals(PLACE) || picks.equals(PLACE_OR_NEW)
                ? Optional.of(new Known(
                        ExhibitKind.CODE,
                        m -> m.state() instanceof Kept kept
                                ? Optional.ofNullable(kept.custody().current().place())
                                : Optional.empty()))
                : Optional.empty();
    }

    static String placed(String typed) {
        return typed.strip().replaceAll("\\s+", " ");
    }

    Kept stored(Store s, UnitId unit, Instant at) {
        return new Kept(
                thing.known(s.identifier()),
                affair,
                new Quality(s.category(), s.category().decays() ? s.goodUntil() : null, quality.checks),
                custody.moved(unit, placed(s.place()), s.dailyCostYuan(), How.STORED, at),
                fate);
    }

    Kept offered(HandOver h, Scene scene) {
        var quantity = h.quantity();
        return with(custody.offered(new Handover(
                h.unit(),
                h.answerBy(),
                quantity == null ? quantityNow() : quantity,
                h.note(),
                Signed.by(scene),
                null,
                null)));
    }

    Kept taken(TakeOver t, Scene scene) {
        var looked = new Looked(scene.now(), scene.unit(), t.quantity(), t.note());
        return new Kept(
                thing,
                affair,
                quality.checked(looked, null),
                custody.taken(Signed.by(scene), t.quantity(), placed(t.place()), t.dailyCostYuan(), scene.now()),
                new Fate(fate.disposal, fate.ending, null));
    }

    Kept notTaken(String why) {
        return with(custody.notTaken()).with(new Fate(fate.disposal, fate.ending, why));
    }

    /** Custody passed with a transfer; what this unit had under way falls away. */
    Kept passedTo(UnitId unit, Instant at) {
        return with(custody.moved(unit, null, null, How.TRANSFERRED, at)).with(new Fate(null, fate.ending, fate.note));
    }

    Kept checked(Looked look, @Nullable Instant newEnd) {
        return new Kept(thing, affair, quality.checked(look, newEnd), custody, fate);
    }

    Kept proposing(ProposeDisposal p, Scene scene) {
        return with(new Fate(
                new Disposal(
                        p.basis(), p.legalBasis(), p.way(), p.reason(), p.evidence(), Signed.by(scene), null, null),
                null,
                fate.note));
    }

    Kept approved(Signed head, @Nullable String number) {
        var d = fate.disposal;
        return d == null ? this : with(new Fate(d.approvedBy(head, number), null, fate.note));
    }

    Kept rejected(String why) {
        return with(new Fate(null, null, why));
    }

    Kept released() {
        return new Kept(
                thing.under(Measure.RELEASED), affair, quality, custody.notTaken(), new Fate(null, null, fate.note));
    }

    Kept handedOver(CaseHandedOver c) {
        return new Kept(
                thing,
                new Affair(affair.caseTitle, c.caseNumber(), c.unit(), affair.caseOutcome),
                quality,
                custody,
                fate);
    }

    Kept decided(String outcome) {
        return new Kept(
                thing,
                new Affair(affair.caseTitle, affair.caseNumber, affair.caseUnit, outcome),
                quality,
                custody,
                fate);
    }

    /** Gone, under no measure any more; one that was released before stays so. */
    Kept ended(Ending how, Instant at) {
        return new Kept(
                thing.measure == Measure.RELEASED ? thing : thing.under(Measure.DISPOSED),
                affair,
                quality,
                custody.ended(at),
                new Fate(fate.disposal, how, fate.note));
    }

    ExhibitStatus end() {
        return Optional.ofNullable(fate.ending).orElseThrow().status();
    }

    /** What was last measured, before that what was registered. */
    BigDecimal quantityNow() {
        return quality.checks.isEmpty()
                ? thing.quantity
                : quality.checks.getLast().quantity();
    }

    /** Called by what there is of it now, as it was last measured. */
    String line() {
        return thing.line(quantityNow());
    }

    boolean held() {
        return thing.measure == Measure.PRESERVED || thing.measure == Measure.SEIZED;
    }

    /** An article that the law library does not have is the person's own until 县司法局 has looked at it. */
    boolean awaitsLegalReview() {
        var d = fate.disposal;
        var e = fate.ending;
        return d != null && d.basis == Basis.OTHER || e != null && e.legalBasis() != null;
    }

    /** The end that the quality limit must be set to; nothing where it is already counted so. */
    static @Nullable Instant newLimit(Matter<Kept> matter) {
        var end = matter.state().quality.goodUntil;
        return matter.clocks().stream()
                        .anyMatch(c -> c.clock().equals(ExhibitProcedure.QUALITY)
                                && c.runs()
                                && end != null
                                && end.equals(c.dueAt()))
                ? null
                : end;
    }

    private Kept with(Custody next) {
        return new Kept(thing, affair, quality, next, fate);
    }

    private Kept with(Fate next) {
        return new Kept(thing, affair, quality, custody, next);
    }
}
