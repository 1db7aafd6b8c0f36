package cn.daxietong.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UnitIdTest {
    @Test
    void every_unit_that_the_rules_name_stands_in_the_list_of_the_notice() throws IOException {
        List<String> listed;
        try (var in = Objects.requireNonNull(UnitId.class.getResourceAsStream("/notice/units.csv"))) {
            listed = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 2)[0])
                    .toList();
        }

        assertThat(Arrays.stream(UnitId.class.getFields()).map(UnitIdTest::named))
                .hasSizeGreaterThan(10)
                .allSatisfy(unit -> assertThat(listed).contains(unit.value()));
    }

    private static UnitId named(Field field) {
        try {
            return (UnitId) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
