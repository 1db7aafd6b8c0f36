package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.matter.Subject.Type;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
    @ParameterizedTest
    @CsvSource({
        "PERSON, 11010519491231002X, 0",
        "PERSON, 11010519491231002x, 0",
        "PERSON, 110105194912310021, 1",
        "PERSON, 110105194912310020, 1",
        "PERSON, E12345678, 0",
        "VEHICLE, 桂B12345, 0",
        "VEHICLE, 51A12345, 1",
        "PHONE, 110105194912310021, 0"
    })
    void a_number_whose_check_digit_does_not_fit_is_worth_a_second_look_and_is_not_refused(
            Type type, String number, int doubts) {
        var subject = new Subject(type, new Personal(number), null);

        assertThat(Subject.doubts(List.of(subject))).hasSize(doubts);
    }
}
