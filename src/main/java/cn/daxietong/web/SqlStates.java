package cn.daxietong.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's five letters mean to whoever asked (PostgreSQL manual, appendix A). */
final class SqlStates {
    private SqlStates() {}

    /** The HTTP status; 0 where it is our fault. */
    static int status(SQLException e) {
        @Nullable String state = e.getSQLState();
        if (state == null || state.length() != 5) {
            return 0;
        }
        return switch (state.substring(0, 2)) {
            // A value that no column can hold, such as a character NUL or a number beyond all bounds.
            case "22" -> 400;
            case "23" -> 409;
            case "40" -> 409;
            case "08", "53", "57", "58" -> 503;
            default -> state.equals("55P03") ? 409 : 0;
        };
    }
}
