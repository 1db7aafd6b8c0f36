package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit that may see a matter, and why.
 *
 * @param role in the glossary's words: owner, reporter, sender, receiver, assignee, office, informed, overseer
 * @param basis the article or clause, or the act, that gives the sight (谁能看、凭什么、到何时)
 * @param until when the sight ended; absent while it lasts
 * @param account the one person in the unit whose sight it is; absent where it is the whole unit's
 */
public record Participant(
        UnitId unit,
        String role,
        String basis,
        Instant from,
        @Nullable Instant until,
        @Nullable AccountId account) {
    public Participant(UnitId unit, String role, String basis, Instant from, @Nullable Instant until) {
        this(unit, role, basis, from, until, null);
    }

    public boolean sees() {
        return until == null;
    }

    Participant endedAt(Instant end) {
        return new Participant(unit, role, basis, from, end, account);
    }
}
