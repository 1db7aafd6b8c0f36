package cn.daxietong.jointcase;

import cn.daxietong.matter.DerivedTable;
import cn.daxietong.matter.Matter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which cases' goods a room shows, and to whom: the units at work in it and the office, while it is open. Whoever is only invited has yet to join. */
@Component
final class SharedTable implements DerivedTable {
    @Override
    public String sqlName() {
        return "jointcase.shared";
    }

    @Override
    public String title() {
        return "共享涉案物品的案件";
    }

    @Override
    public List<String> columns() {
        return List.of("case_id", "case_unit", "case_number", "reader");
    }

    @Override
    public Stream<List<@Nullable Object>> lines(Matter<?> matter) {
        if (!(matter.state() instanceof JointCase j) || JointCaseProcedure.over(matter)) {
            return Stream.empty();
        }
        var readers = new LinkedHashSet<>(j.working());
        readers.addAll(matter.unitsWithRole("office"));
        return j.room().goods().stream().flatMap(s -> readers.stream()
                .map(reader -> List.of(s.matter(), s.unit().value(), s.caseNumber(), reader.value())));
    }
}
