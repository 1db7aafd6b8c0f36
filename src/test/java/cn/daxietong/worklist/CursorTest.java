package cn.daxietong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void a_cursor_is_read_as_it_was_written() {
        var cursor = new Cursor("2026-09-10T01:02:03Z", UUID.randomUUID(), 2, true);

        assertThat(Cursor.read(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "-0500-01-01T00:00:00Z", "x"})
    void a_forged_time_is_a_fault_of_the_sender(String at) {
        var forged = Base64.getUrlEncoder()
                .encodeToString((">" + at + "|" + UUID.randomUUID() + "|0").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.read(forged))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid_fields"));
    }
}
