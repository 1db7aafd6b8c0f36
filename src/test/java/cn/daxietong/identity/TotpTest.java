package cn.daxietong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, the SHA-1 rows. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_vectors_of_rfc_6238_hold(long second, String code) {
        assertThat(Totp.code(SECRET, second / 30, 8, "HmacSHA1")).isEqualTo(code);
    }

    @Test
    void the_vectors_hold_for_the_longer_hashes_too() {
        var for256 = "12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII);
        var for512 =
                "1234567890123456789012345678901234567890123456789012345678901234".getBytes(StandardCharsets.US_ASCII);

        assertThat(Totp.code(for256, 59 / 30, 8, "HmacSHA256")).isEqualTo("46119246");
        assertThat(Totp.code(for512, 59 / 30, 8, "HmacSHA512")).isEqualTo("90693936");
    }

    @Test
    void a_code_is_taken_one_step_early_or_late_and_no_further() {
        var now = Instant.ofEpochSecond(1_234_567_890);

        assertThat(Totp.step(SECRET, Totp.codeAt(SECRET, now.minusSeconds(30)), now, 0))
                .isPresent();
        assertThat(Totp.step(SECRET, Totp.codeAt(SECRET, now.plusSeconds(30)), now, 0))
                .isPresent();
        assertThat(Totp.step(SECRET, Totp.codeAt(SECRET, now.minusSeconds(90)), now, 0))
                .isEmpty();
    }

    @Test
    void a_code_opens_nothing_twice() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var code = Totp.codeAt(SECRET, now);
        long used = Totp.step(SECRET, code, now, 0).orElseThrow();

        assertThat(Totp.step(SECRET, code, now, used)).isEmpty();
    }

    /** RFC 4648 section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32_is_that_of_rfc_4648(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
        assertThat(new String(Base32.decode(encoded), StandardCharsets.US_ASCII))
                .isEqualTo(text);
    }
}
