package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.DatabaseTest;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What is known of a named post after the platform was killed while carrying it out. */
@DatabaseTest
class FirstAnswersTest {
    private static final Instant NOW = Instant.parse("2026-09-10T01:00:00Z");

    private final Writing writing;
    private final PostName name = PostName.of(
            new AccountId("u05-handler"), "/api/v1/matters", UUID.randomUUID().toString());

    FirstAnswersTest(Writing writing) {
        this.writing = writing;
    }

    private FirstAnswers after(Duration later) {
        return new FirstAnswers(writing, Clock.fixed(NOW.plus(later), ZoneId.of("Asia/Shanghai")));
    }

    private void begins(FirstAnswers.Known known) {
        var request = new MockHttpServletRequest();
        CarriedOut.expect(request, name, ((FirstAnswers.Known.New) known).claimedAt());
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void ends() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void one_that_never_came_to_its_step_is_carried_out_anew_and_the_first_can_no_longer() {
        var first = after(Duration.ZERO).claim(name, true, null);
        assertThat(after(Duration.ofSeconds(20)).claim(name, true, null))
                .isInstanceOf(FirstAnswers.Known.Running.class);

        var second = after(Duration.ofSeconds(31)).claim(name, true, null);

        begins(second);
        var matter = UUID.randomUUID();
        writing.run(db -> CarriedOut.by(db, matter));
        begins(first);
        assertThatThrownBy(() -> writing.run(db -> CarriedOut.by(db, UUID.randomUUID())))
                .isInstanceOf(Refusal.class);
        assertThat(after(Duration.ofMinutes(2)).claim(name, true, null)).isEqualTo(new FirstAnswers.Known.Done(matter));
    }

    @Test
    void one_whose_step_was_committed_is_never_carried_out_again() {
        begins(after(Duration.ZERO).claim(name, true, null));
        var matter = UUID.randomUUID();
        writing.run(db -> CarriedOut.by(db, matter));

        after(Duration.ofSeconds(1)).release(name);

        assertThat(after(Duration.ofSeconds(31)).claim(name, true, null))
                .isEqualTo(new FirstAnswers.Known.Done(matter));
    }

    @Test
    void one_whose_step_was_rolled_back_is_carried_out_anew() {
        begins(after(Duration.ZERO).claim(name, true, null));
        assertThatThrownBy(() -> writing.run(db -> {
                    CarriedOut.by(db, UUID.randomUUID());
                    throw new IllegalStateException("the database went away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(after(Duration.ofSeconds(31)).claim(name, true, null)).isInstanceOf(FirstAnswers.Known.New.class);
    }

    @Test
    void a_post_that_cannot_note_its_step_is_left_to_whoever_sent_it() {
        after(Duration.ZERO).claim(name, false, null);

        assertThat(after(Duration.ofHours(1)).claim(name, false, null)).isInstanceOf(FirstAnswers.Known.Running.class);
    }
}
