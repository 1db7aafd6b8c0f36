package cn.daxietong.consultation;

import cn.daxietong.matter.DerivedTable;
import cn.daxietong.matter.Matter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What answers said that every case of a kind needs, found by commodity and act: one row an item, with where it comes from. */
@Component
final class EvidenceTable implements DerivedTable {
    @Override
    public String sqlName() {
        return "consultation.evidence";
    }

    @Override
    public String title() {
        return "证据要求";
    }

    @Override
    public List<String> columns() {
        return List.of("place", "commodity", "act", "number", "unit_id", "answered_at", "requirement", "why");
    }

    @Override
    public Stream<List<@Nullable Object>> lines(Matter<?> matter) {
        if (!(matter.state() instanceof Consultation c)
                || c.offence() == null
                || c.opinions().isEmpty()) {
            return Stream.empty();
        }
        var offence = c.offence();
        var answered = c.opinions().getLast().at();
        return IntStream.range(0, c.items().size())
                .mapToObj(i -> Arrays.asList(
                        i,
                        offence.commodity(),
                        offence.act(),
                        matter.number(),
                        c.addressee().value(),
                        answered,
                        c.items().get(i).requirement(),
                        c.items().get(i).why()));
    }
}
