package cn.daxietong.jointcase;

import cn.daxietong.jointcase.OperationAction.Plan;
import cn.daxietong.jointcase.OperationAction.ReportResult;
import cn.daxietong.jointcase.OperationAction.Revise;
import cn.daxietong.jointcase.OperationAction.SetOut;
import cn.daxietong.jointcase.OperationAction.Site;
import cn.daxietong.matter.Personal;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of an operation: 方案, 部署, 出动, 战果. */
public record Operation(
        @Title("行动名称") String title,
        @Title("牵头单位") UnitId lead,
        @Title("行动时间") Instant startsAt,
        @Title("集合地点") String place,
        @Title("参加单位") List<UnitId> units,
        @Title("检查对象") List<Site> sites,
        @Title("针对的人、车、单位") List<Subject> subjects,
        @Title(value = "方案", multiline = true) String plan,
        @Title(value = "部署要求", multiline = true) @Nullable String instructions,
        @Title("出动情况") List<Turnout> turnouts,
        @Title("战果") List<Result> results,
        @Title(value = "说明", multiline = true) @Nullable String note) {

    @SuppressWarnings("NullAway") // what was planned before an operation had subjects arrives as null
    public Operation {
        subjects = subjects == null ? List.of() : subjects;
    }

    /** Who set out with how many. */
    record Turnout(
            @Title("单位") UnitId unit,
            @Title("人数") int people,
            @Title("车辆") int vehicles,
            @Title("出动时间") Instant at) {}

    /** What was found at a place. */
    record Result(
            @Title("单位") UnitId unit,
            @Title("场所") String site,
            @Title("检查时间") Instant at,
            @Title("发现问题") boolean found,
            @Title("情况") String text) {}

    static Operation planned(Plan p, UnitId lead) {
        return new Operation(
                p.title(),
                lead,
                p.startsAt(),
                p.place(),
                p.units(),
                p.sites(),
                p.subjects(),
                p.plan(),
                null,
                List.of(),
                List.of(),
                null);
    }

    /** The lead and whoever takes part. */
    Set<UnitId> all() {
        var all = new LinkedHashSet<UnitId>(Set.of(lead));
        all.addAll(units);
        return all;
    }

    /** Whom it is after: those it names, and the shops by their codes. */
    List<Subject> targets() {
        var all = new ArrayList<>(subjects);
        for (var site : sites) {
            var code = site.code();
            if (code != null) {
                all.add(new Subject(Subject.Type.COMPANY, new Personal(code), new Personal(site.name())));
            }
        }
        return List.copyOf(all);
    }

    Set<UnitId> notYetOut() {
        var rest = all();
        turnouts.forEach(t -> rest.remove(t.unit()));
        return rest;
    }

    Operation revised(Revise r) {
        return new Operation(
                title,
                lead,
                r.startsAt(),
                place,
                units,
                sites,
                subjects,
                r.plan(),
                instructions,
                turnouts,
                results,
                null);
    }

    /** Of a plan before its approval: the head of the office wants it changed, and it has not been changed yet. */
    boolean sentBack() {
        return note != null;
    }

    Operation deployed(String how) {
        return new Operation(title, lead, startsAt, place, units, sites, subjects, plan, how, turnouts, results, note);
    }

    Operation out(SetOut s, UnitId unit, Instant at) {
        var more = new ArrayList<>(turnouts);
        more.removeIf(t -> t.unit().equals(unit));
        more.add(new Turnout(unit, s.people(), s.vehicles(), at));
        return new Operation(
                title,
                lead,
                startsAt,
                place,
                units,
                sites,
                subjects,
                plan,
                instructions,
                List.copyOf(more),
                results,
                note);
    }

    Operation resulted(ReportResult r, UnitId unit) {
        var more = new ArrayList<>(results);
        more.add(new Result(unit, r.site(), r.at(), r.found(), r.text()));
        return new Operation(
                title,
                lead,
                startsAt,
                place,
                units,
                sites,
                subjects,
                plan,
                instructions,
                turnouts,
                List.copyOf(more),
                note);
    }

    Operation noted(String words) {
        return new Operation(
                title, lead, startsAt, place, units, sites, subjects, plan, instructions, turnouts, results, words);
    }
}
