package cn.daxietong.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A seat with those who hold it now, as a unit's page shows it. */
public record SeatRow(long id, @Nullable Long body, String title, String origin, List<HolderRow> holders) {
    public SeatRow {
        holders = List.copyOf(holders);
    }
}
