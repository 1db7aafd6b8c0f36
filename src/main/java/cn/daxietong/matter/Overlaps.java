package cn.daxietong.matter;

import cn.daxietong.database.Statements;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells two units that are after the same person, firm, plate or phone that there is another at work and whom to call, and nothing of what it
 * knows: the other itself where its matter is theirs to see, else the office, which is told of both where it sees both.
 */
record Overlaps(MatterStore store, Directory directory) {
    private static final int MOST = 20;
    /** All first and the limit last: with both at once the database walks the matters in order and looks at every subject of the platform. */
    private static final String SAME = """
            with found as materialized (
                select s.matter_id
                  from matter.subject s
                 where s.digest = any(?::text[]) and s.at_work <> '{}' and not s.at_work && ?::text[]
                   and s.matter_id <> all (?::uuid[])
                   and not exists (select from matter.link l where l.other_id = ? and l.matter_id = s.matter_id))
            select distinct matter_id from found order by matter_id limit ?
            """;

    /** Only what is new: a subject that this step brought in, or a unit that it set to work. */
    <S> void tell(JdbcClient db, MatterKind<S> kind, @Nullable Matter<S> before, Matter<S> after, Instant now) {
        var units = atWork(after);
        if (kind.procedure().status(after.status()).closed() || units.isEmpty()) {
            return;
        }
        var subjects = subjects(kind, after);
        var known = before == null || !atWork(before).equals(units)
                ? Set.of()
                : subjects(kind, before).keySet();
        subjects.keySet().removeAll(known);
        if (subjects.isEmpty()) {
            return;
        }
        var digests = subjects.keySet().stream().sorted().toArray(String[]::new);
        // Of two units that register the same subject at the same moment the second waits, and so finds the first.
        db.sql("select pg_advisory_xact_lock(hashtextextended(d, 0)) from unnest(?::text[]) d")
                .params((Object) digests)
                .query((row, n) -> n)
                .list();
        for (var id : others(db, after, digests, units)) {
            store.find(db, id).ifPresent(other -> tell(db, after, subjects, other, now));
        }
    }

    /** Those that are open with other units alone, and that neither came from this one nor led to it. */
    private static List<UUID> others(JdbcClient db, Matter<?> mine, String[] digests, Set<UnitId> units) {
        var known = Stream.concat(Stream.of(mine.id()), mine.links().stream().map(Link::matter));
        return db.sql(SAME)
                .params(
                        digests,
                        units.stream().map(UnitId::value).toArray(String[]::new),
                        known.toArray(UUID[]::new),
                        mine.id(),
                        MOST)
                .query(UUID.class)
                .list();
    }

    private <T> void tell(
            JdbcClient db, Matter<?> mine, Map<String, Subject.Type> subjects, Stored<T> stored, Instant now) {
        var other = stored.matter();
        var shared = new LinkedHashMap<>(subjects);
        shared.keySet().retainAll(subjects(stored.kind(), other).keySet());
        var what = shared.values().stream()
                .distinct()
                .map(t -> Fields.titleOf(t).replaceFirst("（.*）$", ""))
                .collect(Collectors.joining("、"));
        var statements = new Statements();
        MatterStore.tell(statements, notices(mine, other, what), mine, now);
        MatterStore.tell(statements, notices(other, mine, what), other, now);
        if (mine.seenBy(UnitId.OFFICE) && other.seenBy(UnitId.OFFICE)) {
            var text = "不同单位正在办理涉及同一" + what + "的事项（另一件是 " + other.number() + "），请居中联系，避免撞车";
            MatterStore.tell(statements, List.of(new Decision.Notice(UnitId.OFFICE, null, text)), mine, now);
        }
        statements.send(db);
    }

    private List<Decision.Notice> notices(Matter<?> to, Matter<?> of, String what) {
        var notices = new ArrayList<Decision.Notice>();
        for (var unit : atWork(to)) {
            var whom = of.seenBy(unit)
                    ? atWork(of).stream().map(directory::shortName).collect(Collectors.joining("、"))
                    : directory.shortName(UnitId.OFFICE);
            notices.add(new Decision.Notice(unit, null, "另有单位正在办理涉及同一" + what + "的事项，行动前请与" + whom + "联系"));
        }
        return notices;
    }

    private <S> Map<String, Subject.Type> subjects(MatterKind<S> kind, Matter<S> matter) {
        var digests = new LinkedHashMap<String, Subject.Type>();
        kind.coordinated(matter.state()).stream()
                // A place is told in words that two people write differently.
                .filter(s -> s.type() != Subject.Type.PREMISES)
                .filter(s -> !s.value().equals(Personal.DESTROYED))
                .forEach(s -> digests.put(store.vault().digest(s), s.type()));
        return digests;
    }

    /** Those whose hands it is in; the office, while it only passes it on, is after nobody. */
    static Set<UnitId> atWork(Matter<?> matter) {
        return matter.participants().stream()
                .filter(p -> p.sees()
                        && Role.of(p.role()).needsIdentifiers()
                        && !p.unit().equals(UnitId.OFFICE))
                .map(Participant::unit)
                .collect(Collectors.toSet());
    }
}
