package cn.daxietong.integrity;

import cn.daxietong.database.Reading;
import cn.daxietong.matter.SmallCells;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many clues were reported in each month: all that the office learns of them. */
@Component
class Tally {
    private static final int MONTHS = 12;

    private final Reading reading;
    private final Clock clock;

    Tally(Reading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    static boolean mayLook(Viewer viewer) {
        return viewer.unit().equals(UnitId.OFFICE) && viewer.post().worksOnMatters();
    }

    /** @param count absent where it is less than {@link SmallCells#SMALLEST}, none included */
    record Month(String month, @Nullable Integer count) {}

    /** The last twelve, newest first. */
    List<Month> months(Viewer viewer) {
        if (!mayLook(viewer)) {
            throw Refusal.notFound();
        }
        var counts = new HashMap<String, Integer>();
        reading.as(viewer, db -> db.sql("select month, number from integrity.tally(?)")
                        .param(SmallCells.SMALLEST)
                        .query((row, n) -> new Month(row.getString(1), row.getInt(2)))
                        .list())
                .forEach(m -> counts.put(m.month(), m.count()));
        var now = YearMonth.now(clock);
        return IntStream.range(0, MONTHS)
                .mapToObj(now::minusMonths)
                .map(m -> new Month(m.toString(), counts.get(m.toString())))
                .toList();
    }
}
