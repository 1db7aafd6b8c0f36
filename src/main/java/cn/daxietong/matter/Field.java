package cn.daxietong.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of an action as forms and the API describe it; read off the action's record and nowhere else declared.
 *
 * @param type text, long_text, number, integer, boolean, date, datetime, choice, unit, texts, group, list, or {@code texts} with what is picked
 * @param picks what is picked from, where not free: commodity, unit, accounts, officers (of the own unit and the owner), their_officers (of other units), attachments, items, clock
 * @param unknown whether “不清楚” is an answer of its own to a question of yes or no
 * @param options of a choice
 * @param fields of a group, or of each row of a list
 */
public record Field(
        String name,
        String title,
        String type,
        boolean required,
        @Nullable String help,
        @Nullable String example,
        @Nullable String picks,
        boolean unknown,
        List<Option> options,
        List<Field> fields) {

    Field with(List<Option> fewer) {
        return new Field(name, title, type, required, help, example, picks, unknown, fewer, fields);
    }

    /** One choice: what is stored and what is read. */
    public record Option(String value, String title) {}
}
