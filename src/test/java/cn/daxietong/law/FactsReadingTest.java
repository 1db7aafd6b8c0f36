package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsReadingTest {
    @ParameterizedTest
    @ValueSource(strings = {"1e-20000", "1e-20000000", "1e-999999999", "1e999999999", "0.0000001"})
    void a_figure_too_long_to_write_out_is_a_fault_at_its_field(String figure) {
        var facts = Json.MAPPER.readTree("{\"business_amount_yuan\":" + figure + "}");

        var refusal =
                catchThrowableOfType(Refusal.class, () -> FactsReading.read(facts, LocalDate.of(2026, 9, 1), "facts"));

        assertThat(refusal.faults()).extracting(Fault::field).containsExactly("facts.business_amount_yuan");
        assertThat(refusal.faults()).extracting(Fault::code).containsExactly("bad_number");
    }
}
