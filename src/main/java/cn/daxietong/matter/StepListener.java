package cn.daxietong.matter;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Hears of every step, within its transaction; whatever takes long is only noted then, and done by a timer afterwards. */
@FunctionalInterface
public interface StepListener {
    /**
     * @param after the matter as the step left it
     * @param event the step's name, as the ledger has it
     */
    void taken(JdbcClient db, Matter<?> after, String event);
}
