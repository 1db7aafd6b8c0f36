package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void a_cursor_is_read_as_it_was_written() {
        var cursor = new Inboxes.Cursor(Instant.parse("2026-09-10T01:02:03.004Z"), UUID.randomUUID(), true);

        assertThat(Inboxes.Cursor.read(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31556889864403199.0", "253402300800.0", "-1.0", "9223372036854775807.9", "x.0"})
    void a_forged_time_is_a_fault_of_the_sender(String at) {
        var forged =
                Base64.getUrlEncoder().encodeToString((at + "|" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Inboxes.Cursor.read(forged))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid_fields"));
    }
}
