package cn.daxietong.oversight;

import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the radar.
 *
 * @param matter where the line comes from
 * @param opens the matter that the procuratorate may look at for it
 * @param unit that answers for it
 * @param article the id in {@code law}
 * @param since when the ground began
 */
record RadarRow(
        UUID matter,
        Ground ground,
        UUID opens,
        String kind,
        String number,
        String title,
        UnitId unit,
        String article,
        Instant since,
        @Nullable Instant dueAt) {}
