package cn.daxietong.matter;

import cn.daxietong.law.ClockLedger;
import cn.daxietong.law.Suspension;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statutory clock on a matter: what it started from, what stood it still, and how it ended. When it is due is derived from these by the law.
 *
 * @param clock the rule's id in {@code law/clocks.csv} or {@code law/limits.csv}
 * @param actorUnit whose duty or right it times
 * @param startFact the fact that started it, in words
 * @param dueAt as derived when last touched, kept for lists; absent while it stands still, for then nobody can know it
 * @param endedAt when it was met or cancelled
 * @param cancelled ended without being met, because its ground fell away
 * @param announced its running out has been told to those whom the rule names
 * @param named the end that an authority named for it; absent where the law counts it
 */
public record RunningClock(
        String clock,
        UnitId actorUnit,
        String startFact,
        Instant startsAt,
        List<Suspension> suspensions,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        boolean cancelled,
        boolean announced,
        @Nullable Instant named) {

    public boolean runs() {
        return endedAt == null;
    }

    public boolean suspended() {
        return runs() && !suspensions.isEmpty() && suspensions.getLast().to() == null;
    }

    /** Whether it ran out before it was met, or runs on past its due time. */
    public boolean late(Instant now) {
        return dueAt != null && !cancelled && dueAt.isBefore(endedAt == null ? now : endedAt);
    }

    public ClockLedger ledger() {
        return new ClockLedger(clock, startsAt, suspensions, endedAt, cancelled, named);
    }

    RunningClock ended(Instant at, boolean without) {
        return new RunningClock(
                clock, actorUnit, startFact, startsAt, suspensions, dueAt, at, without, announced, named);
    }

    RunningClock withSuspensions(List<Suspension> spans, @Nullable Instant due) {
        return new RunningClock(
                clock, actorUnit, startFact, startsAt, spans, due, endedAt, cancelled, announced, named);
    }

    RunningClock withDue(@Nullable Instant due) {
        return new RunningClock(
                clock, actorUnit, startFact, startsAt, suspensions, due, endedAt, cancelled, announced, named);
    }

    RunningClock against(UnitId unit) {
        return new RunningClock(
                clock, unit, startFact, startsAt, suspensions, dueAt, endedAt, cancelled, announced, named);
    }

    RunningClock told() {
        return new RunningClock(
                clock, actorUnit, startFact, startsAt, suspensions, dueAt, endedAt, cancelled, true, named);
    }

    List<Suspension> plus(Suspension span) {
        var spans = new ArrayList<>(suspensions);
        spans.add(span);
        return List.copyOf(spans);
    }
}
