package cn.daxietong.worklist;

import cn.daxietong.matter.InHand;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.StepListener;
import cn.daxietong.shared.AccountId;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a unit's to-dos into the hand of the officer whom the matter names, unless the unit has since given them to another or the officer stands aside. */
@Component
class NamedOfficers implements StepListener {
    @Override
    public void taken(JdbcClient db, Matter<?> after, String event) {
        if (after.state() instanceof InHand named) {
            named.hands().forEach(held -> give(db, after, held));
        }
    }

    private static void give(JdbcClient db, Matter<?> matter, InHand.Held held) {
        for (var todo : matter.todos()) {
            if (todo.unit().equals(held.unit())) {
                db.sql("""
                                insert into worklist.assignment (unit_id, matter_id, action, account, assigned_by, assigned_at)
                                select ?, ?, ?, ?, ?, ?
                                 where not exists (select from matter.kept_from(?) k where k.id = ?)
                                    on conflict (unit_id, matter_id, action) do update
                                   set account = excluded.account, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
                                 where worklist.assignment.assigned_at < excluded.assigned_at
                                """)
                        .params(
                                held.unit().value(),
                                matter.id(),
                                todo.action(),
                                held.officer().value(),
                                AccountId.SYSTEM.value(),
                                Timestamp.from(held.since()),
                                held.officer().value(),
                                matter.id())
                        .update();
            }
        }
    }
}
