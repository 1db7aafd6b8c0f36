package cn.daxietong.identity;

import cn.daxietong.organization.Units;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Badge;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts times and holdings into the words that the pages of this module share. */
@Component
class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

    private final Units units;
    private final Clock clock;

    Words(Units units, Clock clock) {
        this.units = units;
        this.clock = clock;
    }

    String minute(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(clock.getZone()));
    }

    String day(Instant at) {
        return DAY.format(at.atZone(clock.getZone()));
    }

    HoldingRow holding(Holding holding, String name, Viewer viewer, @Nullable SignedIn who) {
        var now = clock.instant();
        boolean open = holding.openAt(now);
        return new HoldingRow(
                holding.id(),
                holding.account().value(),
                name,
                units.shortName(holding.unit()),
                holding.post().title() + (holding.acting() ? "（主持工作）" : ""),
                span(holding),
                holding.ground(),
                state(holding, now),
                holding.givesPowerAt(now),
                who != null && who.holding().equals(holding.id()),
                open && Grants.within(viewer, holding.unit(), holding.post()),
                open && holding.confirmedAt() == null && Grants.mayConfirm(viewer, holding));
    }

    private String span(Holding holding) {
        var from = day(holding.startsAt()) + "起";
        // The end is the first moment after the last day.
        return holding.endsAt() == null
                ? from
                : from + "，至 " + day(holding.endsAt().minusSeconds(1));
    }

    private static Badge state(Holding holding, Instant now) {
        if (!holding.openAt(now)) {
            return new Badge(Badge.Kind.IDLE, "已结束");
        }
        if (holding.confirmedAt() == null) {
            return new Badge(Badge.Kind.WARNING, "待同意");
        }
        return holding.givesPowerAt(now) ? new Badge(Badge.Kind.DONE, "在岗") : new Badge(Badge.Kind.RUNNING, "未到任");
    }
}
