package cn.daxietong.law;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A local holiday with who entered it and, where it was taken back, who did and why. */
public record HolidayRow(
        UUID id,
        LocalDate day,
        String name,
        boolean worked,
        String source,
        String enteredBy,
        OffsetDateTime enteredAt,
        @Nullable String withdrawnReason) {
    LocalHoliday holiday() {
        return new LocalHoliday(day, name, worked, source);
    }

    public boolean inForce() {
        return withdrawnReason == null;
    }
}
