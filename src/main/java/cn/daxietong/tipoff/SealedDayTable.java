package cn.daxietong.tipoff;

import cn.daxietong.matter.DerivedTable;
import cn.daxietong.matter.Matter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which matter sealed which day, so that a teller's proof is found. */
@Component
final class SealedDayTable implements DerivedTable {
    @Override
    public String sqlName() {
        return "tipoff.sealed_day";
    }

    @Override
    public String title() {
        return "举报日封存";
    }

    @Override
    public List<String> columns() {
        return List.of("day");
    }

    @Override
    public Stream<List<@Nullable Object>> lines(Matter<?> matter) {
        return matter.state() instanceof DaySeal seal
                ? Stream.of(List.of(seal.day().toString()))
                : Stream.empty();
    }
}
