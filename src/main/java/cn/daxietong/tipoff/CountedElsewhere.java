package cn.daxietong.tipoff;

import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another module adds to the counts of a month; they are published with those of the tip-offs and by the same rule. */
@FunctionalInterface
public interface CountedElsewhere {
    /** @param db of the transaction that publishes */
    List<Count> of(JdbcClient db, YearMonth month);

    /**
     * One table of counts, before anything is hidden.
     *
     * @param total what the parts come to, in words; empty where another table over the same people says it, and this one is shown by fives
     */
    record Count(String heading, String total, List<Part> parts) {
        public Count {
            parts = List.copyOf(parts);
        }
    }

    /** One cell. */
    record Part(String title, int number) {}
}
