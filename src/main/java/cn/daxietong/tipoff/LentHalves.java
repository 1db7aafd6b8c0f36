package cn.daxietong.tipoff;

import cn.daxietong.matter.Matter;
import cn.daxietong.matter.StepListener;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back the custodian's half of an identity where the request for which it was lent is over; an opening takes it back itself, after its use. */
@Component
class LentHalves implements StepListener {
    private static final Set<String> OVER = Set.of("deny_identity", "drop_request", "answer", "decline", "merge");

    @Override
    public void taken(JdbcClient db, Matter<?> after, String event) {
        if (after.state() instanceof Tip && OVER.contains(event)) {
            takeBack(db, after.id());
        }
    }

    static void takeBack(JdbcClient db, java.util.UUID matter) {
        db.sql("""
                        delete from tipoff.share s using tipoff.key_pair k
                         where s.matter_id = ? and s.half = 2 and k.id = s.key_id and k.part = 'duty'
                        """).param(matter).update();
    }
}
