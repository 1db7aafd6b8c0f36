package cn.daxietong.integrity;

import cn.daxietong.matter.DerivedTable;
import cn.daxietong.matter.Matter;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which month a clue was reported: read by nobody but the function that counts. */
@Component
final class MonthTable implements DerivedTable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Override
    public String sqlName() {
        return "integrity.reported";
    }

    @Override
    public String title() {
        return "按月计数";
    }

    @Override
    public List<String> columns() {
        return List.of("month");
    }

    @Override
    public Stream<List<@Nullable Object>> lines(Matter<?> matter) {
        return matter.state() instanceof Clue clue
                ? Stream.of(List.of(
                        clue.reportedAt().atZone(ZONE).toLocalDate().toString().substring(0, 7)))
                : Stream.empty();
    }
}
