package cn.daxietong.ledger;

import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the rows that are derived from entries with what the entries come to. Asked for here, answered by those above who derive them. */
public interface DerivedRows {
    /**
     * @param fault is told each difference, in a Chinese sentence that names the matter and the table
     * @return how many matters were compared
     */
    long check(JdbcClient db, Consumer<String> fault);
}
