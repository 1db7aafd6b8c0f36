package cn.daxietong.matter;

import cn.daxietong.database.Statements;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who takes no part any more in which matters: asked before a step, said where a matter is not shown, written with the step that says so. */
final class Bars {
    private Bars() {}

    /** @throws Refusal {@code barred}, with the reason, where this person takes no part in the matter any more */
    static void check(JdbcClient db, UUID id, AccountId account) {
        why(db, account, List.of(id)).ifPresent(why -> {
            throw Barred.refusal(why);
        });
    }

    /** Whoever takes no part in these matters is not named in an action on them either: as an officer, a presider, a successor. */
    static void checkNamed(JdbcClient db, Action action, Collection<UUID> matters) {
        if (!(action instanceof Record fields)) {
            return;
        }
        var faults = Fields.accounts(fields).entrySet().stream()
                .filter(named -> why(db, named.getValue(), matters).isPresent())
                .map(named -> fault(named.getKey()))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    /** The matter, those that it is linked with and the one that the action names. */
    static List<UUID> around(Matter<?> matter, Scene scene) {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(matter.id()), matter.links().stream().map(Link::matter)),
                        scene.about().stream().map(Matter::id))
                .distinct()
                .toList();
    }

    static Fault fault(String field) {
        return new Fault(field, "barred", "该人员已经回避本事项或者与它相关的事项，请改选其他人员");
    }

    private static Optional<String> why(JdbcClient db, AccountId account, Collection<UUID> matters) {
        return db.sql("select k.why from matter.kept_from(?) k where k.id = any(?) limit 1")
                .params(account.value(), matters.toArray(UUID[]::new))
                .query(String.class)
                .optional();
    }

    static void write(Statements statements, UUID id, Set<Rows.BarRow> was, Set<Rows.BarRow> is) {
        if (was.equals(is)) {
            return;
        }
        statements.add("delete from matter.bar where matter_id = ?", id);
        if (!is.isEmpty()) {
            statements.add(
                    "insert into matter.bar (matter_id, other_id, account, why) select ?, b.* from unnest(?::uuid[], ?::text[], ?::text[]) b",
                    id,
                    MatterStore.column(is, Rows.BarRow::other),
                    MatterStore.column(is, b -> b.account().value()),
                    MatterStore.column(is, Rows.BarRow::why));
        }
    }
}
