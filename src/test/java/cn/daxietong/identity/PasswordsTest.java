package cn.daxietong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Fault;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @CsvSource({
        "Short-1a, length",
        "alllowercaseletters, too_simple",
        "lowercase12digits, too_simple",
        "U08-Handler#2026, contains_username",
        "Abcde12345678-X, too_common",
        "Zaaaaa-9-zoo-Q, too_common",
        "Admin@123456, too_common"
    })
    void a_weak_password_is_refused_and_told_why(String password, String code) {
        assertThat(PasswordRules.faults(password, "u08-handler"))
                .extracting(Fault::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({"Luzhai-Tea-88x", "鹿寨蜜橙-Kumquat7", "correct Horse 7 battery"})
    void a_good_password_is_taken(String password) {
        assertThat(PasswordRules.faults(password, "u08-handler")).isEmpty();
    }

    @Test
    void a_generated_password_opens_and_another_does_not() {
        var password = Secrets.password();
        var stored = Passwords.generated(password);

        assertThat(password).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
        assertThat(passwords.matches(password, stored)).isTrue();
        assertThat(passwords.matches(Secrets.password(), stored)).isFalse();
        assertThat(stored).doesNotContain(password);
    }

    /** Processor time of this thread, since a busy machine says nothing by the wall clock. */
    @Test
    void an_unknown_name_costs_as_much_as_a_wrong_password() {
        var stretched = passwords.stretched("Luzhai-Tea-88x");
        cost(null);

        long unknown = cost(null);
        long wrong = cost(stretched);
        long generated = cost(Passwords.generated(Secrets.password()));

        assertThat((double) unknown / wrong).isBetween(0.5, 2.0);
        assertThat((double) generated / wrong).isBetween(0.5, 2.0);
    }

    private long cost(@Nullable String stored) {
        var clock = ManagementFactory.getThreadMXBean();
        return LongStream.range(0, 5)
                .map(i -> {
                    long before = clock.getCurrentThreadCpuTime();
                    assertThat(passwords.matches("wrong-Password-1", stored)).isFalse();
                    return clock.getCurrentThreadCpuTime() - before;
                })
                .sorted()
                .skip(2)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 5", "6, 10", "7, 20", "10, 160", "30, 1440"})
    void the_lock_grows_with_each_failure_up_to_a_day(int failures, long minutes) {
        assertThat(Lockout.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }
}
