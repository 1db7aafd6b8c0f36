package cn.daxietong.reward;

import cn.daxietong.law.RewardStandard;
import cn.daxietong.tipoff.CountedElsewhere;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rewards of a month, beside the counts of its tip-offs. */
@Component
class GrantedCounts implements CountedElsewhere {
    private record Line(String scheme, String band) {}

    @Override
    public List<Count> of(JdbcClient db, YearMonth month) {
        var lines = db.sql("select scheme, band from reward.counted where month = ?")
                .param(month.toString())
                .query((row, n) -> new Line(row.getString(1), row.getString(2)))
                .list();
        var schemes = lines.stream().collect(Collectors.groupingBy(Line::scheme, Collectors.counting()));
        var bands = lines.stream().collect(Collectors.groupingBy(Line::band, Collectors.counting()));
        return List.of(
                new Count(
                        "本月批准奖励，按奖励标准",
                        "合计",
                        Arrays.stream(RewardStandard.values())
                                .map(RewardStandard::schemeTitle)
                                .distinct()
                                .map(title -> new Part(title, number(schemes, title)))
                                .toList()),
                new Count(
                        "本月批准奖励，按金额",
                        "",
                        Arrays.stream(Band.values())
                                .map(band -> new Part(band.title(), number(bands, band.name())))
                                .toList()));
    }

    private static int number(Map<String, Long> counted, String what) {
        return counted.getOrDefault(what, 0L).intValue();
    }
}
