package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTest {
    @ParameterizedTest
    @CsvSource({
        "桂B12348, 桂B****8",
        "桂BD12348, 桂B*****8",
        "13800001234, 138******34",
        "450223199001011234, 450***********1234",
        "韦某, **",
        "韦某某, 韦**"
    })
    void a_number_is_told_apart_by_its_ends_alone(String value, String masked) {
        assertThat(new Personal(value).masked()).isEqualTo(masked);
    }

    @Test
    void at_least_half_of_it_is_hidden_however_long_it_is() {
        assertThat(IntStream.rangeClosed(1, 100).mapToObj("8"::repeat))
                .allSatisfy(value -> assertThat(new Personal(value)
                                        .masked()
                                        .chars()
                                        .filter(c -> c == '*')
                                        .count()
                                * 2)
                        .isGreaterThanOrEqualTo(value.length()));
    }
}
