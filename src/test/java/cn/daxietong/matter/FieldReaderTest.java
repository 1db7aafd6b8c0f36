package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.daxietong.law.Facts;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {
    private static final Directory NOBODY = new Directory() {
        @Override
        public Optional<KnownUnit> unit(UnitId id) {
            return Optional.empty();
        }

        @Override
        public boolean holds(AccountId account, UnitId unit, Post post) {
            return false;
        }
    };

    private final FieldReader reader =
            new FieldReader(Validation.buildDefaultValidatorFactory().getValidator(), NOBODY, Clock.systemUTC());

    record Form(
            @Nullable BigDecimal weight,
            @Nullable Integer copies,
            @Nullable Personal person,
            @Nullable String text,
            List<@NotBlank @Size(max = 200) String> items,
            @Nullable Facts facts) {}

    @Test
    void faults_are_named_in_the_order_of_the_form() {
        var fields = Fields.of(Form.class);
        var paths = new java.util.ArrayList<>(
                List.of("elsewhere", "facts.business_amount_yuan", "items[10]", "items[9]", "weight"));

        paths.sort(java.util.Comparator.comparing(path -> Fields.place(path, fields)));

        assertThat(paths).containsExactly("weight", "items[9]", "items[10]", "facts.business_amount_yuan", "elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-20000", "1e-20000000", "1e-999999999", "1e999999999"})
    void a_number_too_long_to_write_out_is_a_fault_wherever_it_stands(String number) {
        for (var value : List.of(number, "\"" + number + "\"")) {
            var faults = faults("""
                    {"weight":%1$s,"copies":%1$s,"facts":{"business_amount_yuan":%1$s}}""".formatted(value));

            assertThat(faults)
                    .extracting(Fault::field)
                    .containsExactly("weight", "copies", "facts.business_amount_yuan");
        }
        assertThat(faults("{\"text\":" + number + "}")).extracting(Fault::field).containsExactly("text");
    }

    @Test
    void a_number_with_its_thousands_marked_is_read() {
        assertThat(read("{\"weight\":\"60,000.50\"}").weight()).isEqualByComparingTo("60000.5");
    }

    @Test
    void an_identifier_longer_than_any_is_a_fault() {
        assertThat(read("{\"person\":\"" + "8".repeat(100) + "\"}").person()).isNotNull();
        assertThat(faults("{\"person\":\"" + "8".repeat(101) + "\"}"))
                .extracting(Fault::field)
                .containsExactly("person");
    }

    @Test
    void what_an_element_of_a_list_must_be_is_checked_and_its_place_is_told() {
        assertThat(faults("{\"items\":[\"进货单\",\"" + "单".repeat(201) + "\"]}"))
                .extracting(Fault::field)
                .containsExactly("items[1]");
    }

    private Form read(String json) {
        return reader.read(Form.class, Json.MAPPER.readTree(json));
    }

    private List<Fault> faults(String json) {
        return catchThrowableOfType(Refusal.class, () -> read(json)).faults();
    }

    record Opinion(@NotBlank String text, @NotBlank String basis) {}

    record Paper(
            @NotNull @jakarta.validation.Valid Opinion opinion,
            @NotBlank String title,
            int copies) {}

    @Test
    void all_that_is_missing_is_named_at_once_in_groups_too_and_in_numbers() {
        var refusal = catchThrowableOfType(
                Refusal.class, () -> reader.read(Paper.class, Json.MAPPER.readTree("{\"title\":\"\"}")));

        assertThat(refusal.faults())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("opinion.text", "opinion.basis", "title", "copies");
    }
}
