package cn.daxietong.tipoff;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.SmallCells;
import cn.daxietong.organization.Commodities;
import cn.daxietong.organization.Commodity;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.CountedElsewhere.Count;
import cn.daxietong.tipoff.CountedElsewhere.Part;
import cn.daxietong.tipoff.TipAction.Manner;
import cn.daxietong.tipoff.TipAction.Outcome;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts for the audit administrator, by months that are over. A month is published once, with its small counts left out, and never again: so two
 * looks on two days say the same, and there is no filter by which two answers could be told apart. A tip-off is counted in the month in which it
 * was received, and in that in which it was finished, and in no other; of the tables over the same tip-offs one is exact and the others go by fives.
 */
@Component
class MonthlyCounts {
    private static final int MONTHS = 24;

    private final Reading reading;
    private final Writing writing;
    private final Commodities commodities;
    private final ObjectProvider<CountedElsewhere> elsewhere;
    private final Clock clock;

    MonthlyCounts(
            Reading reading,
            Writing writing,
            Commodities commodities,
            ObjectProvider<CountedElsewhere> elsewhere,
            Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.commodities = commodities;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** @param shown a number, five numbers, or that it is few */
    record Cell(String heading, String title, String shown) {}

    static boolean mayLook(Viewer viewer) {
        return viewer.post() == Post.AUDIT_ADMIN;
    }

    private static void refuseOthers(Viewer viewer) {
        if (!mayLook(viewer)) {
            throw Refusal.forbidden("举报统计由审计管理员查阅。");
        }
    }

    /** The months published, newest first. */
    List<YearMonth> months(Viewer viewer) {
        refuseOthers(viewer);
        return reading.as(
                viewer, db -> db.sql("select distinct month from tipoff.published order by month desc limit ?")
                        .param(MONTHS)
                        .query((row, n) -> YearMonth.parse(row.getString(1)))
                        .list());
    }

    /** @throws Refusal {@code not_found} where the month is not over, or was not published */
    List<Cell> of(Viewer viewer, YearMonth month) {
        refuseOthers(viewer);
        var cells = reading.as(
                viewer, db -> db.sql("select heading, cell, shown from tipoff.published where month = ? order by place")
                        .param(month.toString())
                        .query((row, n) -> new Cell(row.getString(1), row.getString(2), row.getString(3)))
                        .list());
        if (cells.isEmpty()) {
            throw Refusal.notFound();
        }
        return cells;
    }

    /** Every month that is over since the first tip-off, and was not published. */
    void publish() {
        var now = YearMonth.from(LocalDate.ofInstant(clock.instant(), Filing.ZONE));
        writing.run(db -> {
            var first = db.sql("select min(received) from tipoff.counted")
                    .query(String.class)
                    .optional();
            var done = db.sql("select distinct month from tipoff.published")
                    .query(String.class)
                    .set();
            if (first.isEmpty()) {
                return;
            }
            for (var month = YearMonth.parse(first.get()); month.isBefore(now); month = month.plusMonths(1)) {
                if (!done.contains(month.toString())) {
                    publish(db, month);
                }
            }
        });
    }

    private void publish(JdbcClient db, YearMonth month) {
        var counts = new ArrayList<>(counts(db, month));
        elsewhere.forEach(other -> counts.addAll(other.of(db, month)));
        int place = 0;
        for (var cell : counts.stream().flatMap(c -> hidden(c).stream()).toList()) {
            db.sql("insert into tipoff.published (month, place, heading, cell, shown) values (?, ?, ?, ?, ?)")
                    .params(month.toString(), place++, cell.heading(), cell.title(), cell.shown())
                    .update();
        }
    }

    private static List<Cell> hidden(Count count) {
        var numbers = count.parts().stream().map(Part::number).toList();
        var shown = SmallCells.parts(numbers);
        var exact = !count.total().isEmpty();
        var cells = new ArrayList<Cell>();
        if (exact) {
            var sum = numbers.stream().mapToInt(Integer::intValue).sum();
            cells.add(new Cell(count.heading(), count.total(), SmallCells.text(SmallCells.shown(sum))));
        }
        for (int i = 0; i < numbers.size(); i++) {
            var number = shown.get(i);
            cells.add(new Cell(
                    count.heading(),
                    count.parts().get(i).title(),
                    exact ? SmallCells.text(number) : SmallCells.band(number)));
        }
        return cells;
    }

    private record Line(
            String received,
            Manner manner,
            @Nullable String commodity,
            TipStatus status,
            @Nullable String finished,
            @Nullable Outcome outcome,
            @Nullable Boolean informLate,
            @Nullable Boolean closeLate,
            @Nullable Boolean marketLate) {}

    private List<Count> counts(JdbcClient db, YearMonth month) {
        var lines = db.sql("select * from tipoff.counted where received = :month or finished = :month")
                .param("month", month.toString())
                .query((row, n) -> new Line(
                        row.getString("received"),
                        of(Manner.values(), row.getString("manner")),
                        row.getString("commodity"),
                        of(TipStatus.values(), row.getString("status")),
                        row.getString("finished"),
                        row.getString("outcome") == null ? null : of(Outcome.values(), row.getString("outcome")),
                        row.getObject("inform_late", Boolean.class),
                        row.getObject("close_late", Boolean.class),
                        row.getObject("market_late", Boolean.class)))
                .list();
        var received = lines.stream()
                .filter(l -> l.received().equals(month.toString()))
                .toList();
        var finished = lines.stream()
                .filter(l -> month.toString().equals(l.finished()))
                .toList();
        var answered = finished.stream().filter(l -> l.outcome() != null).toList();
        return List.of(
                new Count("本月收到，按举报方式", "合计", parts(received, Manner.values(), Line::manner, Fields::titleOf)),
                new Count("本月收到，按公布时的状态", "", parts(received, TipStatus.values(), Line::status, TipStatus::title)),
                new Count("本月收到，按货物", "", goods(received)),
                new Count("本月办结，按结果", "合计", ends(finished)),
                new Count("本月办结，十五日内告知受理情况", "", timed(finished, Line::informLate)),
                new Count("本月答复，期限内办结", "", timed(answered, Line::closeLate)),
                new Count("本月答复，市场监管五个工作日内告知是否立案", "", timed(answered, Line::marketLate)));
    }

    private static List<Part> ends(List<Line> finished) {
        var ends = new ArrayList<>(parts(finished, Outcome.values(), Line::outcome, Fields::titleOf));
        ends.addAll(parts(
                finished, new TipStatus[] {TipStatus.DECLINED, TipStatus.MERGED}, Line::status, TipStatus::title));
        return ends;
    }

    private static <E extends Enum<E>> E of(E[] values, String code) {
        return Arrays.stream(values)
                .filter(v -> v.name().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow();
    }

    private static <E> List<Part> parts(
            List<Line> lines, E[] values, Function<Line, @Nullable E> what, Function<E, String> title) {
        return Arrays.stream(values)
                .map(v -> new Part(title.apply(v), (int)
                        lines.stream().filter(l -> v.equals(what.apply(l))).count()))
                .toList();
    }

    private static List<Part> timed(List<Line> lines, Function<Line, @Nullable Boolean> late) {
        return parts(lines, new Boolean[] {false, true}, late, l -> l ? "超期" : "按期");
    }

    /** Every one that there is, since a line that is there only sometimes would tell that somebody told. */
    private List<Part> goods(List<Line> lines) {
        var kinds = commodities.all();
        var known = kinds.stream().map(Commodity::id).toList();
        var parts = new ArrayList<Part>();
        kinds.forEach(c -> parts.add(part(
                c.name(),
                lines.stream().filter(l -> c.id().equals(l.commodity())).count())));
        parts.add(part(
                "未写明",
                lines.stream().filter(l -> !known.contains(l.commodity())).count()));
        return parts;
    }

    private static Part part(String title, long number) {
        return new Part(title, (int) number);
    }
}
