package cn.daxietong.reward;

import cn.daxietong.matter.DerivedTable;
import cn.daxietong.matter.Matter;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is counted of each reward that was granted, in the month of the grant. */
@Component
final class GrantedTable implements DerivedTable {
    @Override
    public String sqlName() {
        return "reward.counted";
    }

    @Override
    public String title() {
        return "奖励计数";
    }

    @Override
    public List<String> columns() {
        return List.of("month", "scheme", "band");
    }

    @Override
    public Stream<List<@Nullable Object>> lines(Matter<?> matter) {
        if (!(matter.state() instanceof Reward reward)) {
            return Stream.empty();
        }
        return matter.clocks().stream()
                .filter(c -> c.clock().equals("reward.claim"))
                .limit(1)
                .map(c -> List.of(
                        YearMonth.from(c.startsAt().atZone(Awards.ZONE)).toString(),
                        reward.reckoning().standard().schemeTitle(),
                        Band.of(reward.reckoning().amount()).name()));
    }
}
