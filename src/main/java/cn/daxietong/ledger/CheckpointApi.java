package cn.daxietong.ledger;

import cn.daxietong.database.Reading;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The signed roots, for whoever keeps them elsewhere: 司法局, 检察院, any unit's own system. They tell nothing of any matter. */
@RestController
class CheckpointApi {
    private static final int MOST = 200;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Reading reading;

    CheckpointApi(Reading reading) {
        this.reading = reading;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CheckpointList(
            List<CheckpointView> items, @Nullable String next) {}

    record CheckpointView(
            int id,
            long size,
            String root,
            String previous,
            OffsetDateTime at,
            String suite,
            String keyId,
            String signed,
            String signature) {
        static CheckpointView of(Checkpoint c) {
            return new CheckpointView(
                    c.id(),
                    c.size(),
                    HexFormat.of().formatHex(c.root()),
                    HexFormat.of().formatHex(c.previous()),
                    c.at().atZone(ZONE).toOffsetDateTime(),
                    c.suite().code(),
                    c.keyId(),
                    c.line(),
                    Base64.getEncoder().encodeToString(c.signature()));
        }
    }

    /** Newest first; {@code cursor} is the number of the last one seen. */
    @GetMapping("/api/v1/ledger/checkpoints")
    CheckpointList list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var most = number(limit, "limit", 20, MOST);
        var below = number(cursor, "cursor", Integer.MAX_VALUE, Integer.MAX_VALUE);
        var found = reading.open(db -> db.sql("select " + Checkpoint.COLUMNS
                        + " from ledger.checkpoint where id < ? order by id desc limit ?")
                .params(below, most + 1)
                .query((row, n) -> Checkpoint.read(row))
                .list());
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? Integer.toString(shown.getLast().id()) : null;
        return new CheckpointList(shown.stream().map(CheckpointView::of).toList(), next);
    }

    private static int number(@Nullable String text, String field, int otherwise, int most) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, in one sentence for both faults.
        }
        throw Refusal.invalid(List.of(new Fault(field, "range", "应为 1 至 " + most + " 的整数")));
    }
}
