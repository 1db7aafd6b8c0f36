package cn.daxietong.matter;

import cn.daxietong.database.Statements;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of two steps that take the same thing in the same second the database lets one through; the other is told in the words of its kind. */
final class HeldAlone {
    private static final String CONSTRAINT = "subject_held_alone";

    private HeldAlone() {}

    /** @throws cn.daxietong.shared.Refusal where another open matter holds what this one would hold alone */
    static <S> void send(Statements statements, JdbcClient db, MatterKind<S> kind, S state) {
        try {
            statements.send(db);
        } catch (DuplicateKeyException e) {
            throw String.valueOf(e.getMessage()).contains(CONSTRAINT) ? kind.alreadyHeld(state) : e;
        }
    }
}
