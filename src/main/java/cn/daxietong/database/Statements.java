package cn.daxietong.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Statements of which nobody needs an answer, sent in one message and so waited for once: a step writes half a dozen tables, and each answer
 * waited for would cost as much as the writing. They run in the order in which they were added, in the transaction of whoever sends them.
 */
public final class Statements {
    /** The driver's own null: one without it makes Spring ask the server for the type first. */
    private static final SqlParameterValue NULL = new SqlParameterValue(java.sql.Types.NULL, null);

    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds one, with a value for each of its question marks; arrays stand for whole columns of rows, so that the text stays the same for any number of them. */
    public Statements add(String sql, @Nullable Object... parameters) {
        texts.add(sql.strip());
        for (var value : parameters) {
            values.add(value == null ? NULL : value);
        }
        return this;
    }

    /** Sends all of them; the first that fails fails the transaction. */
    public void send(JdbcClient db) {
        if (!texts.isEmpty()) {
            db.sql(String.join(";\n", texts)).params(values).update();
            texts.clear();
            values.clear();
        }
    }
}
