package cn.daxietong.document;

import cn.daxietong.shared.Json;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A row of {@code document.issued} as {@link Documents#issue} writes it, for writing many at once. */
public record IssuedRow(
        UUID id,
        UUID matter,
        String unit,
        String issuer,
        String kind,
        String title,
        @Nullable String number,
        String checkCode,
        Instant issuedAt,
        String sealed) {
    public static IssuedRow of(
            UUID id, UUID matter, UnitId unit, Instant issuedAt, OfficialDocument content, UnaryOperator<String> seal) {
        var code = CheckCode.of(id);
        var masthead = content.masthead();
        return new IssuedRow(
                id,
                matter,
                unit.value(),
                masthead.issuer(),
                masthead.kind(),
                content.title().replace("\n", ""),
                masthead.number(),
                code,
                issuedAt,
                seal.apply(Json.MAPPER.writeValueAsString(content)));
    }
}
