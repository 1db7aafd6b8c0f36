package cn.daxietong.jointcase;

import cn.daxietong.matter.DerivedTable;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Participant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a room may know of a case's goods, as they are now: one row for each exhibit, by the words of the spine alone. */
@Component
final class GoodTable implements DerivedTable {
    static final String EXHIBIT = "exhibit";

    @Override
    public String sqlName() {
        return "jointcase.good";
    }

    @Override
    public String title() {
        return "可共享的涉案物品";
    }

    @Override
    public List<String> columns() {
        return List.of("case_id", "case_unit", "number", "title", "status", "custodian", "since", "registered");
    }

    @Override
    public Stream<List<@Nullable Object>> lines(Matter<?> matter) {
        var kase = matter.linked("case");
        var unit = matter.withRole("case_unit");
        if (!matter.kind().equals(EXHIBIT) || kase.isEmpty() || unit.isEmpty()) {
            return Stream.empty();
        }
        var since = matter.participants().stream()
                .filter(p -> p.sees() && p.role().equals("owner"))
                .map(Participant::from)
                .findFirst()
                .orElse(matter.createdAt());
        return Stream.of(List.of(
                kase.get(),
                unit.get().value(),
                matter.number(),
                matter.title(),
                matter.status(),
                matter.owner().value(),
                since,
                matter.createdAt()));
    }
}
