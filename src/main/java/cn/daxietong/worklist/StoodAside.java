package cn.daxietong.worklist;

import cn.daxietong.matter.Kinds;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.StepListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was given to somebody who takes no part in a matter any more is given to whoever goes on, or it would stand on nobody's list. */
@Component
final class StoodAside implements StepListener {
    private final Kinds kinds;

    StoodAside(Kinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public void taken(JdbcClient db, Matter<?> after, String event) {
        kinds.bars(after).ifPresent(bar -> db.sql("""
                                update worklist.assignment set account = :successor
                                 where account = :officer and matter_id in (select k.id from matter.kept_from(:officer) k)
                                """)
                .param("successor", bar.successor().value())
                .param("officer", bar.account().value())
                .update());
    }
}
