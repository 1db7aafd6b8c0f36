package cn.daxietong.worklist;

import cn.daxietong.database.Writing;
import cn.daxietong.identity.Belonging;
import cn.daxietong.identity.Belongings;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** 离岗移交: what somebody has in hand and the views they kept go to the successor. */
@Component
class Handover implements Belongings {
    private final Writing writing;

    Handover(Writing writing) {
        this.writing = writing;
    }

    @Override
    public String title() {
        return "经办的待办";
    }

    @Override
    public List<Belonging> list(AccountId account, UnitId unit) {
        return writing.inTransaction(db -> db.sql("""
                        select t.number, t.title, t.matter_title
                          from worklist.assignment a
                          join matter.todo t on t.unit_id = a.unit_id and t.matter_id = a.matter_id and t.action = a.action
                         where a.account = ? and a.unit_id = ?
                         order by t.due_key, t.matter_id, t.place
                        """)
                .params(account.value(), unit.value())
                .query((row, n) -> new Belonging(row.getString(1), row.getString(2) + "：" + row.getString(3)))
                .list());
    }

    @Override
    public void rehome(AccountId from, AccountId to, UnitId unit, Viewer by) {
        writing.run(db -> {
            db.sql("update worklist.assignment set account = ?, assigned_by = ? where account = ? and unit_id = ?")
                    .params(to.value(), by.account().value(), from.value(), unit.value())
                    .update();
            db.sql("""
                            update worklist.saved_view v set account = :to
                             where account = :from and unit_id = :unit
                               and not exists (select from worklist.saved_view o
                                                where o.account = :to and o.unit_id = v.unit_id and o.kind = v.kind and o.name = v.name)
                            """)
                    .param("from", from.value())
                    .param("to", to.value())
                    .param("unit", unit.value())
                    .update();
            db.sql("delete from worklist.saved_view where account = ? and unit_id = ?")
                    .params(from.value(), unit.value())
                    .update();
        });
    }
}
