package cn.daxietong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckCodeTest {
    @Test
    void every_code_is_another_and_valid() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 2000; i++) {
            var code = CheckCode.of(UUID.randomUUID());

            assertThat(CheckCode.valid(code)).isTrue();
            assertThat(code).matches("[0-9A-Z]{27}");
            assertThat(seen.add(code)).isTrue();
        }
    }

    @Test
    void a_document_has_the_same_code_at_every_replay() {
        var id = UUID.randomUUID();

        assertThat(CheckCode.of(id)).isEqualTo(CheckCode.of(id));
    }

    @Test
    void one_wrong_character_and_two_exchanged_ones_are_noticed() {
        var code = CheckCode.of(UUID.randomUUID());

        for (int i = 0; i < 26; i++) {
            char other = code.charAt(i) == '7' ? '8' : '7';
            assertThat(CheckCode.valid(code.substring(0, i) + other + code.substring(i + 1)))
                    .isFalse();
            if (code.charAt(i) != code.charAt(i + 1) && i < 25) {
                var exchanged = code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
                assertThat(CheckCode.valid(exchanged)).isFalse();
            }
        }
    }

    @Test
    void what_a_person_types_from_paper_is_understood() {
        var code = CheckCode.of(UUID.randomUUID());
        var typed = String.join("-", CheckCode.printed(code))
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');

        assertThat(CheckCode.normal(typed)).isEqualTo(code);
    }
}
