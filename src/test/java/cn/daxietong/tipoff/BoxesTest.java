package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.ledger.Suite;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sealed to a person and what is locked under a secret, in the national algorithms and in the others. */
class BoxesTest {
    private static final byte[] PLAIN = "冻鸡爪在旧糖厂".getBytes(StandardCharsets.UTF_8);
    private static final String BOUND = "tip|1|narrative|half 0";
    private static final Map<Suite, Box.Keys> KEYS = new EnumMap<>(Suite.class);

    static {
        for (var suite : Suite.values()) {
            KEYS.put(suite, Box.fresh(suite));
        }
    }

    private static Box.Keys keys(Suite suite) {
        return java.util.Objects.requireNonNull(KEYS.get(suite));
    }

    private static byte[] sealed(Suite suite) {
        return Box.seal(suite, keys(suite).publicKey(), PLAIN, BOUND);
    }

    private static void staysShut(Box.Keys keys, byte[] ciphertext, String bound) {
        assertThatThrownBy(() -> Box.open(keys, ciphertext, bound)).isInstanceOf(Box.CannotOpen.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_sealed_to_a_key_opens_with_it_and_never_looks_the_same_twice(Suite suite) throws Exception {
        var once = sealed(suite);
        var again = sealed(suite);

        assertThat(Box.open(keys(suite), once, BOUND)).isEqualTo(PLAIN);
        assertThat(Box.open(keys(suite), again, BOUND)).isEqualTo(PLAIN);
        assertThat(once).isNotEqualTo(again);
        assertThat(new String(once, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(PLAIN, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_and_very_much_can_be_sealed(Suite suite) throws Exception {
        for (int length : new int[] {0, 1, 1 << 20}) {
            var plain = Box.random(length);
            var ciphertext = Box.seal(suite, keys(suite).publicKey(), plain, BOUND);

            assertThat(Box.open(keys(suite), ciphertext, BOUND)).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_opens_with_no_other_key_and_for_no_other_text(Suite suite) {
        var ciphertext = sealed(suite);

        staysShut(Box.fresh(suite), ciphertext, BOUND);
        staysShut(keys(suite), ciphertext, "tip|2|narrative|half 0");
        staysShut(keys(suite), ciphertext, "");
        var other = suite == Suite.SM ? Suite.INTL : Suite.SM;
        staysShut(keys(other), ciphertext, BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void with_any_bit_changed_or_any_byte_missing_it_stays_shut(Suite suite) {
        var ciphertext = sealed(suite);
        for (int place = 0; place < ciphertext.length; place++) {
            var changed = ciphertext.clone();
            changed[place] ^= (byte) (1 << (place % 8));

            staysShut(keys(suite), changed, BOUND);
            staysShut(keys(suite), Arrays.copyOf(ciphertext, place), BOUND);
        }
        staysShut(keys(suite), Arrays.copyOf(ciphertext, ciphertext.length + 1), BOUND);
    }

    @ParameterizedTest
    @EnumSource
    void a_private_key_comes_out_with_its_secret_only(Suite suite) {
        var locked = Locked.of(Locked.Queue.OFFICE, suite, keys(suite).privateKey(), "门前老榕树", "teller 1");

        assertThat(locked.unlock(Locked.Queue.OFFICE, "门前老榕树", "teller 1"))
                .hasValueSatisfying(key -> assertThat(key).isEqualTo(keys(suite).privateKey()));
        assertThat(locked.unlock(Locked.Queue.OFFICE, "门前老榕树 ", "teller 1")).isEmpty();
        assertThat(locked.unlock(Locked.Queue.OFFICE, "", "teller 1")).isEmpty();
        assertThat(locked.unlock(Locked.Queue.OFFICE, "门前老榕树", "teller 2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_locked_key_that_was_changed_stays_locked(Suite suite) {
        var locked = Locked.of(Locked.Queue.OFFICE, suite, keys(suite).privateKey(), "门前老榕树", "teller 1");
        for (int place : new int[] {0, 12, locked.wrapped().length - 1}) {
            var changed = locked.wrapped().clone();
            changed[place] ^= 1;

            assertThat(new Locked(suite, locked.salt(), changed).unlock(Locked.Queue.OFFICE, "门前老榕树", "teller 1"))
                    .isEmpty();
        }
        var salt = locked.salt().clone();
        salt[0] ^= 1;
        assertThat(new Locked(suite, salt, locked.wrapped()).unlock(Locked.Queue.OFFICE, "门前老榕树", "teller 1"))
                .isEmpty();
        var other = suite == Suite.SM ? Suite.INTL : Suite.SM;
        assertThat(new Locked(other, locked.salt(), locked.wrapped()).unlock(Locked.Queue.OFFICE, "门前老榕树", "teller 1"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_key_under_the_same_secret_never_looks_the_same_twice(Suite suite) {
        var once = Locked.of(Locked.Queue.OFFICE, suite, keys(suite).privateKey(), "门前老榕树", "teller 1");
        var again = Locked.of(Locked.Queue.OFFICE, suite, keys(suite).privateKey(), "门前老榕树", "teller 1");

        assertThat(once.salt()).isNotEqualTo(again.salt());
        assertThat(once.wrapped()).isNotEqualTo(again.wrapped());
    }
}
