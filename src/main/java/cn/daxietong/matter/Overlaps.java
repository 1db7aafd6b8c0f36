package cn.daxietong.matter;

import cn.daxietong.database.Statements;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells two units that are after the same person, firm, plate or phone that there is another at work and whom to call, and nothing of what it
 * knows: the other itself where its matter is theirs to see, else the office, which is told of both where it sees both.
 */
record Overlaps(MatterStore store, Directory directory) {
    private static final int MOST = 20;
    private static final String SAME = """
            select distinct s.matter_id
              from matter.subject s
             where s.digest = any(?::text[]) and s.matter_id <> ?
             order by s.matter_id
             limit ?
            """;

    /** Only what is new: a subject that this step brought in, or a unit that it set to work. */
    <S> void tell(JdbcClient db, MatterKind<S> kind, @Nullable Matter<S> before, Matter<S> after, Instant now) {
        if (over(kind, after) || atWork(after).isEmpty()) {
            return;
        }
        var subjects = subjects(kind, after);
        var known = before == null || !atWork(before).equals(atWork(after))
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
        for (var id :
                db.sql(SAME).params(digests, after.id(), MOST).query(UUID.class).list()) {
            store.find(db, id).ifPresent(other -> tell(db, after, subjects, other, now));
        }
    }

    private <T> void tell(
            JdbcClient db, Matter<?> mine, Map<String, Subject.Type> subjects, Stored<T> stored, Instant now) {
        var other = stored.matter();
        var shared = new LinkedHashMap<>(subjects);
        shared.keySet().retainAll(subjects(stored.kind(), other).keySet());
        var together = new HashSet<>(atWork(mine));
        together.retainAll(atWork(other));
        if (shared.isEmpty()
                || over(stored.kind(), other)
                || atWork(other).isEmpty()
                || !together.isEmpty()
                || linked(mine, other)) {
            return;
        }
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

    private static <S> boolean over(MatterKind<S> kind, Matter<S> matter) {
        return kind.procedure().status(matter.status()).closed();
    }

    /** Those whose hands it is in; the office, while it only passes it on, is after nobody. */
    private static Set<UnitId> atWork(Matter<?> matter) {
        return matter.participants().stream()
                .filter(p -> p.sees()
                        && Role.of(p.role()).needsIdentifiers()
                        && !p.unit().equals(UnitId.OFFICE))
                .map(Participant::unit)
                .collect(Collectors.toSet());
    }

    private static boolean linked(Matter<?> one, Matter<?> other) {
        return one.links().stream().anyMatch(l -> l.matter().equals(other.id()))
                || other.links().stream().anyMatch(l -> l.matter().equals(one.id()));
    }
}
