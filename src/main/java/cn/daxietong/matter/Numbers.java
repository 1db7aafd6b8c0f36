package cn.daxietong.matter;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The next number of a gap-free series; taken last in a transaction, so that a failed one gives it back and others wait shortest. */
@FunctionalInterface
public interface Numbers {
    /** @param series prefix and year, such as 鹿打私移〔2026〕 */
    int next(String series);

    /** Series that are taken from the database, one row lock each until commit. */
    static Numbers of(JdbcClient db) {
        return series -> db.sql("""
                        insert into matter.number_series (series, last) values (?, 1)
                            on conflict (series) do update set last = number_series.last + 1
                        returning last
                        """).param(series).query(Integer.class).single();
    }
}
