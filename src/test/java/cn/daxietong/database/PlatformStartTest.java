package cn.daxietong.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest
class PlatformStartTest {
    private final MockMvcTester web;
    private final Clock clock;

    PlatformStartTest(MockMvcTester web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    @Test
    void a_started_platform_says_to_anybody_that_it_is_up() {
        var answer = web.get().uri("/api/v1/health").exchange();

        assertThat(answer).hasStatusOk().bodyJson().isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void the_clock_shows_the_time_of_day_in_china() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }
}
