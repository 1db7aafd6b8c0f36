package cn.daxietong.matter;

import cn.daxietong.law.Articles;
import cn.daxietong.law.ClockReading;
import cn.daxietong.law.Clocks;
import cn.daxietong.law.Suspension;
import cn.daxietong.web.Badge;
import cn.daxietong.web.Due;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a clock with its start fact, its due time and the days left out, so that whoever handles the matter can count it again. */
@Component
final class ClockLines {
    private final Clocks law;
    private final Wording words;
    private final Clock clock;
    private final Lights lights;

    ClockLines(Clocks law, Wording words, Clock clock, Lights lights) {
        this.lights = lights;
        this.law = law;
        this.words = words;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Due until(Instant at) {
        return Due.running(at, clock);
    }

    Sheet.ClockLine line(RunningClock running) {
        var reading = law.read(running.ledger(), clock.instant());
        var rule = reading.rule();
        var ended = running.endedAt();
        return new Sheet.ClockLine(
                title(rule.startsWhen(), rule.actor(), rule.span()),
                "《" + rule.law() + "》" + rule.article(),
                Articles.bundled().of(rule).orElse(null),
                words.unit(running.actorUnit()),
                running.startFact(),
                Wording.minute(running.startsAt()),
                Wording.minute(reading.dueAt()),
                rule.spanAndDays(),
                reading.countedDays(),
                skips(reading.skipped()),
                running.suspensions().stream().map(ClockLines::pause).toList(),
                due(running, reading),
                light(running),
                running.runs(),
                reading.provisional(),
                rule.mark().pendingReview(),
                ended == null ? "" : Wording.minute(ended));
    }

    /** By the share that has passed, where the clock counts; beside the words, so that nobody has to tell colours apart. */
    private @Nullable Badge light(RunningClock running) {
        var due = running.dueAt();
        if (!running.runs() || running.suspended() || due == null) {
            return null;
        }
        var passed = Lights.passed(running.startsAt(), due, clock.instant());
        var percent = passed > 1 ? "已超期" : "已过 " + (int) Math.floor(passed * 100) + "%";
        return switch (lights.at(passed)) {
            case GREEN -> new Badge(Badge.Kind.DONE, "绿 · " + percent);
            case YELLOW -> new Badge(Badge.Kind.WARNING, "黄 · " + percent);
            case RED -> new Badge(Badge.Kind.FAULT, "红 · " + percent);
        };
    }

    private static String title(String startsWhen, String actor, String span) {
        return actor + "：" + startsWhen + "后 " + span;
    }

    private Due due(RunningClock running, ClockReading reading) {
        var ended = running.endedAt();
        return switch (reading.state()) {
            case RUNNING -> Due.running(reading.dueAt(), clock);
            case SUSPENDED -> Due.paused(running.suspensions().getLast().ground());
            case MET -> Due.met(ended == null ? reading.dueAt() : ended, clock);
            case CANCELLED -> new Due(Due.Kind.NONE, "已撤销", "", null);
            case OVERDUE ->
                ended == null
                        ? Due.running(reading.dueAt(), clock)
                        : new Due(Due.Kind.OVERDUE, "逾期办理", "办结于 " + Wording.minute(ended), ended.toString());
        };
    }

    private static String pause(Suspension span) {
        var to = span.to();
        var document = span.document();
        return Wording.day(span.from()) + "起" + (to == null ? "，尚未恢复" : "至" + Wording.day(to)) + "：" + span.ground()
                + (document == null ? "" : "（" + document + "）");
    }

    /** Days that follow each other for the same reason are read as one span. */
    private static List<Sheet.Skip> skips(List<ClockReading.Skipped> skipped) {
        var spans = new ArrayList<Sheet.Skip>();
        for (int i = 0; i < skipped.size(); ) {
            int last = i;
            while (last + 1 < skipped.size()
                    && skipped.get(last + 1).reason().equals(skipped.get(i).reason())
                    && skipped.get(last + 1)
                            .date()
                            .equals(skipped.get(last).date().plusDays(1))) {
                last++;
            }
            spans.add(new Sheet.Skip(
                    span(skipped.get(i).date(), skipped.get(last).date()),
                    skipped.get(i).reason(),
                    last - i + 1));
            i = last + 1;
        }
        return spans;
    }

    private static String span(LocalDate from, LocalDate to) {
        var start = from.getMonthValue() + "月" + from.getDayOfMonth() + "日";
        return from.equals(to) ? start : start + "至" + to.getMonthValue() + "月" + to.getDayOfMonth() + "日";
    }
}
