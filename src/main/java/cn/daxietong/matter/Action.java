package cn.daxietong.matter;

/**
 * Something somebody does to a matter. Each is a record whose components are the only declaration of its fields: names, checks and Chinese
 * titles of forms, API and error messages come from it.
 */
public interface Action {
    /** The name in URLs and in the ledger: the record's own, in snake_case. */
    static String nameOf(Class<? extends Action> type) {
        return Names.snake(type.getSimpleName());
    }
}
