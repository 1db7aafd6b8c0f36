package cn.daxietong.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "1000", "60000.50", "1e6", "0.000001", "1.0000000000", "1000000000000", "-3"})
    void a_number_that_an_office_writes_is_plain(String text) {
        assertThat(Figure.typed(text)).isEqualByComparingTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e-20000",
                "1e-20000000",
                "1e-999999999",
                "1e999999999",
                "0.0000001",
                "12345678901234567890",
                "1e20",
                "00000000000000000000000000000000000000001",
                "六万"
            })
    void a_number_too_long_to_write_out_is_none(String text) {
        assertThatThrownBy(() -> Figure.typed(text)).isInstanceOf(NumberFormatException.class);
    }
}
