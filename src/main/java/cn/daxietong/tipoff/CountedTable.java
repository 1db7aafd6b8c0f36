package cn.daxietong.tipoff;

import cn.daxietong.matter.DerivedTable;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.RunningClock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is counted of each tip-off; its clocks only when they have ended. */
@Component
final class CountedTable implements DerivedTable {
    @Override
    public String sqlName() {
        return "tipoff.counted";
    }

    @Override
    public String title() {
        return "举报计数";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "received",
                "manner",
                "commodity",
                "status",
                "finished",
                "outcome",
                "inform_late",
                "close_late",
                "market_late");
    }

    @Override
    public Stream<List<@Nullable Object>> lines(Matter<?> matter) {
        // The office knows its own number, and would reckon from the sum how much 县纪委监委 received.
        if (!(matter.state() instanceof Tip tip) || tip.officials()) {
            return Stream.empty();
        }
        var outcome = tip.outcome();
        return Stream.of(Arrays.asList(
                YearMonth.from(tip.filedOn()).toString(),
                tip.manner().name().toLowerCase(Locale.ROOT),
                tip.commodity(),
                matter.status(),
                finished(matter).orElse(null),
                outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT),
                late(matter, "petition.inform").orElse(null),
                late(matter, "petition.close.extended")
                        .or(() -> late(matter, "petition.close"))
                        .orElse(null),
                late(matter, "market.inform.informant").orElse(null)));
    }

    private static Optional<String> finished(Matter<?> matter) {
        var over = TipStatus.valueOf(matter.status().toUpperCase(Locale.ROOT));
        return matter.clocks().stream()
                .filter(c -> over.closed() || over == TipStatus.TO_REWARD)
                .filter(c -> c.clock().startsWith("petition."))
                .map(RunningClock::endedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(at -> YearMonth.from(at.atZone(Filing.ZONE)).toString());
    }

    private static Optional<Boolean> late(Matter<?> matter, String clock) {
        return matter.clocks().stream()
                .filter(c -> c.clock().equals(clock) && !c.runs() && !c.cancelled())
                .reduce((a, b) -> b)
                .map(c -> c.late(Instant.EPOCH));
    }
}
