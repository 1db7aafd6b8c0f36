package cn.daxietong.oversight;

import cn.daxietong.casework.Case;
import cn.daxietong.casework.CaseStatus;
import cn.daxietong.matter.DerivedTable;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Participant;
import cn.daxietong.matter.RunningClock;
import cn.daxietong.shared.UnitId;
import cn.daxietong.transfer.Transfer;
import cn.daxietong.transfer.TransferStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of the procuratorate's radar, one for each ground of a matter. A ground that only time brings begins at the clock's due time, so that
 * the row stands there beforehand and is shown from that moment on, without anything that runs at night.
 */
@Component
final class RadarTable implements DerivedTable {
    /** 县公安局 and 柳州海关 file a suspected crime themselves. */
    private static final Set<UnitId> INVESTIGATORS = Set.of(UnitId.POLICE, UnitId.CUSTOMS);

    /** The limits of those who decide on a filing, with the article that each stands in. */
    private static final Map<String, String> REVIEW = Map.of(
            "transfer.review", "310.8",
            "transfer.reconsider.decide", "310.9",
            "police.review.verify", "police_receipt",
            "police.review.complex", "police_receipt",
            "procuratorate.explain", "procuratorate.560",
            "procuratorate.file.after.notice", "procuratorate.563");

    private static final Set<String> REFUSED = codes(
            TransferStatus.REFUSED,
            TransferStatus.RECONSIDERING,
            TransferStatus.RECONSIDERED,
            TransferStatus.SUPERVISION);
    private static final Set<String> AFTER_REFUSAL = Set.of(
            "transfer.reconsider.request",
            "transfer.reconsider.decide",
            "transfer.supervision.suggest",
            "procuratorate.explain",
            "procuratorate.reply.agency");

    @Override
    public String sqlName() {
        return "oversight.radar";
    }

    @Override
    public String title() {
        return "检察监督雷达";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "ground", "overseer", "opens", "kind", "number", "title", "unit_id", "article", "since", "due_at");
    }

    @Override
    public Stream<List<@Nullable Object>> lines(Matter<?> matter) {
        var found = new ArrayList<List<@Nullable Object>>();
        switch (matter.state()) {
            case Case kase -> ofCase(matter, kase, found);
            case Transfer transfer -> ofTransfer(matter, transfer, found);
            case ReverseTransfer reverse ->
                earliest(matter, Set.of("reverse.reply")).ifPresent(c -> found.add(late(matter, Ground.NO_REPLY, c)));
            case null, default -> {}
        }
        return found.stream();
    }

    private static void ofCase(Matter<?> matter, Case kase, List<List<@Nullable Object>> found) {
        var overseen = seenSince(matter);
        if (overseen.isEmpty()) {
            return;
        }
        if (kase.untransferred() && !matter.status().equals(CaseStatus.CRIMINAL_INVESTIGATION.code())) {
            var ground = kase.transferRejected()
                    ? Ground.TRANSFER_REJECTED
                    : INVESTIGATORS.contains(matter.owner()) ? Ground.NOT_FILED : Ground.NOT_TRANSFERRED;
            var since = kase.transferRejected()
                    ? last(matter, "transfer.approve")
                            .map(RunningClock::endedAt)
                            .orElse(overseen.get())
                    : overseen.get();
            var approving = earliest(matter, Set.of("transfer.approve"));
            found.add(line(
                    matter,
                    ground,
                    matter.owner(),
                    since,
                    approving.map(RunningClock::dueAt).orElse(null)));
        }
        if (kase.unprosecutedAndNotReturned()) {
            found.add(line(matter, Ground.NOT_RETURNED, matter.owner(), matter.updatedAt(), null));
        }
    }

    private static void ofTransfer(Matter<?> matter, Transfer transfer, List<List<@Nullable Object>> found) {
        // Not yet sent, it is the case that the procuratorate sees, and only where the threshold is reached.
        if (transfer.reached()) {
            earliest(matter, Set.of("transfer.send")).ifPresent(c -> found.add(late(matter, Ground.NOT_SENT, c)));
        }
        if (seenSince(matter).isEmpty()) {
            return;
        }
        earliest(matter, REVIEW.keySet()).ifPresent(c -> found.add(late(matter, Ground.REVIEW_OVERDUE, c)));
        earliest(matter, Set.of("transfer.handover"))
                .ifPresent(c -> found.add(late(matter, Ground.NOT_HANDED_OVER, c)));
        if (REFUSED.contains(matter.status())) {
            var since = last(matter, "transfer.reconsider.request")
                    .map(RunningClock::startsAt)
                    .orElse(matter.updatedAt());
            var due = earliest(matter, AFTER_REFUSAL).map(RunningClock::dueAt).orElse(null);
            var refuser = matter.withRole("receiver").orElse(matter.owner());
            found.add(line(matter, Ground.FILING_REFUSED, refuser, since, due));
        }
    }

    /** Since when the procuratorate sees the matter: that is when the threshold was reached or the transfer sent. */
    private static Optional<Instant> seenSince(Matter<?> matter) {
        return matter.participants().stream()
                .filter(p -> p.sees() && p.unit().equals(UnitId.PROCURATORATE))
                .map(Participant::from)
                .min(Comparator.naturalOrder());
    }

    private static Optional<RunningClock> earliest(Matter<?> matter, Set<String> clocks) {
        return matter.clocks().stream()
                .filter(c -> clocks.contains(c.clock()) && c.runs() && c.dueAt() != null)
                .min(Comparator.comparing(c -> Objects.requireNonNull(c.dueAt())));
    }

    private static Optional<RunningClock> last(Matter<?> matter, String clock) {
        return matter.clocks().stream().filter(c -> c.clock().equals(clock)).reduce((a, b) -> b);
    }

    private static List<@Nullable Object> late(Matter<?> matter, Ground ground, RunningClock clock) {
        var due = Objects.requireNonNull(clock.dueAt());
        return line(matter, ground, clock.actorUnit(), due, due, REVIEW.getOrDefault(clock.clock(), ground.article()));
    }

    private static List<@Nullable Object> line(
            Matter<?> matter, Ground ground, UnitId unit, Instant since, @Nullable Instant due) {
        return line(matter, ground, unit, since, due, ground.article());
    }

    private static List<@Nullable Object> line(
            Matter<?> matter, Ground ground, UnitId unit, Instant since, @Nullable Instant due, String article) {
        return Arrays.asList(
                ground.code(),
                UnitId.PROCURATORATE.value(),
                opens(matter, ground),
                matter.kind(),
                matter.number(),
                matter.title(),
                unit.value(),
                article,
                since,
                due);
    }

    private static UUID opens(Matter<?> matter, Ground ground) {
        return ground == Ground.NOT_SENT ? matter.linked("case").orElse(matter.id()) : matter.id();
    }

    private static Set<String> codes(TransferStatus... statuses) {
        return Set.copyOf(Arrays.stream(statuses).map(TransferStatus::code).toList());
    }
}
