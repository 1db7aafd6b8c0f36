package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dated vectors for every rule, counted apart from this code: 国庆调休, 春节, 补班, month ends, 三月三, nights and suspensions. */
class ClockVectorTest {
    /** Without the limits whose end somebody names: there is nothing to count. */
    private static final List<ClockRule> RULES = List.copyOf(Clocks.bundled().rules());

    record Vector(String clock, String why, String startsAt, String local, String suspended, String dueAt) {}

    static List<Vector> vectors() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(ClockVectorTest.class.getResourceAsStream("/law/clock-vectors.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(c -> new Vector(c[0], c[1], c[2], c[3], c[4], c[5]))
                    .toList();
        }
    }

    @Test
    void every_rule_has_at_least_three() throws Exception {
        Map<String, Long> counts =
                vectors().stream().collect(Collectors.groupingBy(Vector::clock, Collectors.counting()));

        assertThat(RULES).allSatisfy(rule -> assertThat(counts.getOrDefault(rule.id(), 0L))
                .as(rule.id())
                .isGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void is_due_when_counted_by_hand(Vector vector) {
        List<LocalHoliday> local = parts(vector.local()).stream()
                .map(day -> new LocalHoliday(LocalDate.parse(day), "三月三", false, "测试"))
                .toList();
        Clocks clocks = new Clocks(new WorkCalendar(List.of(WorkCalendar.bundledYear()), local), RULES);
        ClockLedger ledger = ClockLedger.start(vector.clock(), ClocksTest.at(vector.startsAt()));
        for (String span : parts(vector.suspended())) {
            String[] ends = span.split("/");
            ledger = ledger.suspend(new Suspension(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]), "鉴定", null));
        }

        assertThat(clocks.dueAt(ledger)).isEqualTo(ClocksTest.at(vector.dueAt()));
    }

    private static List<String> parts(String cell) {
        return cell.equals("-") ? List.of() : Arrays.asList(cell.split("\\|"));
    }
}
