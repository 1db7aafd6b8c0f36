package cn.daxietong.oversight;

import cn.daxietong.law.Articles;
import cn.daxietong.matter.Kinds;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.UnitId;
import cn.daxietong.web.Due;
import cn.daxietong.web.Initials;
import cn.daxietong.web.Option;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Puts the radar's rows into the words that its page, print and file share. */
@Component
class RadarLines {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final Units units;
    private final Kinds kinds;
    private final Clock clock;
    private final Articles articles = Articles.bundled();

    RadarLines(Units units, Kinds kinds, Clock clock) {
        this.units = units;
        this.kinds = kinds;
        this.clock = clock;
    }

    RadarLine of(RadarRow row) {
        var due = row.dueAt();
        return new RadarLine(
                row.ground().title(),
                row.number(),
                row.title(),
                kinds.kind(row.kind()).title(),
                "/matters/" + row.opens(),
                units.shortName(row.unit()),
                stamp(row.since()),
                due == null ? null : Due.running(due, clock),
                new RadarLine.Basis(articles.get(row.article()).citation(), "/law/articles/" + row.article()));
    }

    List<Option> units() {
        return units.all().stream()
                .map(u -> new Option(
                        u.id().value(), u.shortName(), Initials.of(u.shortName()) + " " + Initials.of(u.name())))
                .toList();
    }

    /** The words of a filter, for the head of a print or a file. */
    String words(RadarFilter filter) {
        var said = new ArrayList<String>();
        var ground = filter.ground();
        if (ground != null) {
            said.add("情形：" + ground.title());
        }
        var unit = filter.unit();
        if (unit != null) {
            units().stream()
                    .filter(o -> o.value().equals(unit))
                    .findFirst()
                    .ifPresent(o -> said.add("责任单位：" + o.title()));
        }
        return said.isEmpty() ? "全部情形" : String.join("；", said);
    }

    LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }

    String stamp(Instant at) {
        return STAMP.format(local(at));
    }

    String now() {
        return stamp(clock.instant());
    }

    String unit(UnitId unit) {
        return units.name(unit);
    }
}
