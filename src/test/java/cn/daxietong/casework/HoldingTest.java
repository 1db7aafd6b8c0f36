package cn.daxietong.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Json;
import cn.daxietong.shared.UnitId;
import org.junit.jupiter.api.Test;

class HoldingTest {
    @Test
    void what_was_written_before_preservations_were_signed_still_waits_for_the_same_signature() {
        var written = """
                {"items":[],"seizure_extended":false,"seizures":[{"items":["1"],"at":"2026-08-31T02:00:00Z","urgent":false,
                 "seized_by":{"account":"U12-1","unit":"U12","post":"handler","acting":false,"at":"2026-08-31T02:00:00Z"}}]}
                """;

        var holding = Json.MAPPER.readValue(written, Holding.class);

        assertThat(holding.toSign(Taking.Kind.SEIZURE, UnitId.MARKET_REGULATION))
                .isPresent();
        assertThat(holding.preservations()).isEmpty();
    }
}
