package cn.daxietong.law;

import cn.daxietong.shared.Json;
import java.time.LocalDate;

/** Facts as the API receives them, for tests that speak its language. */
final class TestFacts {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private TestFacts() {}

    static Facts facts(String json) {
        return FactsReading.read(Json.MAPPER.readTree(json), TODAY, "");
    }
}
