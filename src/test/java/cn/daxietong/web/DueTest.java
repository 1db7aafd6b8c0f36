package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-09-09T02:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
        "2026-09-06T15:59:59Z, OVERDUE, 已超期 3 天",
        "2026-09-09T01:59:00Z, OVERDUE, 已超期 不足 1 小时",
        "2026-09-08T23:00:00Z, OVERDUE, 已超期 3 小时",
        "2026-09-09T15:59:00Z, TODAY, 今日 23:59 到期",
        "2026-09-09T16:30:00Z, SOON, 还有 1 天",
        "2026-09-11T15:59:00Z, SOON, 还有 2 天",
        "2026-09-11T16:00:00Z, LATER, 还有 3 天"
    })
    void days_are_counted_as_the_calendar_on_the_wall_counts_them(Instant due, Due.Kind kind, String words) {
        var seen = Due.running(due, clock);

        assertThat(seen.kind()).isEqualTo(kind);
        assertThat(seen.text()).isEqualTo(words);
    }
}
