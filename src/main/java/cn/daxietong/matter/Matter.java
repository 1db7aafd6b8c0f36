package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One thing followed to an end, with everything the spine knows of it. Immutable: an action makes the next one.
 *
 * @param number gap-free per kind and year, such as 鹿打私移〔2026〕3号
 * @param formerNumbers under which it was known before it was taken over, oldest first
 * @param status the code of the kind's {@link Status}
 * @param owner the one unit that answers for it now
 * @param version of its newest ledger entry
 * @param state what only its own kind knows
 */
public record Matter<S>(
        UUID id,
        String kind,
        String number,
        List<String> formerNumbers,
        String title,
        String status,
        UnitId owner,
        int version,
        Instant createdAt,
        Instant updatedAt,
        List<Participant> participants,
        List<RunningClock> clocks,
        List<Todo> todos,
        List<IssuedDocument> documents,
        List<Link> links,
        S state) {
    @SuppressWarnings("NullAway") // what was written before there were former numbers arrives as null
    public Matter {
        formerNumbers = formerNumbers == null ? List.of() : formerNumbers;
    }

    /** Number and title, as another matter keeps what it is about. */
    public String cited() {
        return number + " " + title;
    }

    /** The title in what is {@linkplain #cited() cited}, for titles made of it: a number has no blank. */
    public static String titleIn(String cited) {
        return cited.substring(cited.indexOf(' ') + 1);
    }

    public boolean seenBy(UnitId unit) {
        return participants.stream().anyMatch(p -> p.sees() && p.unit().equals(unit));
    }

    /** The one person through whom the unit sees the matter, where the unit as a whole does not. */
    public Optional<AccountId> seenOnlyBy(UnitId unit) {
        var seeing = participants.stream()
                .filter(p -> p.sees() && p.unit().equals(unit))
                .toList();
        return seeing.stream().anyMatch(p -> p.account() == null)
                ? Optional.empty()
                : seeing.stream().map(Participant::account).findFirst();
    }

    /** The unit that has the role now, if one has. */
    public Optional<UnitId> withRole(String role) {
        return participants.stream()
                .filter(p -> p.sees() && p.role().equals(role))
                .map(Participant::unit)
                .findFirst();
    }

    /** All units that have the role now. */
    public Set<UnitId> unitsWithRole(String role) {
        return participants.stream()
                .filter(p -> p.sees() && p.role().equals(role))
                .map(Participant::unit)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public Optional<UUID> linked(String rel) {
        return links.stream().filter(l -> l.rel().equals(rel)).map(Link::matter).reduce((a, b) -> b);
    }

    public boolean runs(String clock) {
        return clocks.stream().anyMatch(c -> c.clock().equals(clock) && c.runs());
    }
}
