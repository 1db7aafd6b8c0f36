package cn.daxietong.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this viewer may do with a matter now, with article, due time and fields; computed from the procedure table for page and API alike.
 *
 * @param law the citation shown: 《…规定》第七条
 * @param article the article's id, which opens its text
 * @param page where it is taken; the spine's own form where absent
 * @param locks why it cannot be done although it is theirs to do; empty where it can
 * @param cautions what is to be thought of before it is done
 */
public record Offer(
        String name,
        String title,
        @Nullable String law,
        @Nullable String article,
        @Nullable Instant dueAt,
        @Nullable String page,
        List<Lock> locks,
        List<Lock> cautions,
        List<Field> fields) {

    /** One with nothing to be said beforehand. */
    public Offer(
            String name,
            String title,
            @Nullable String law,
            @Nullable String article,
            @Nullable Instant dueAt,
            @Nullable String page,
            List<Lock> locks,
            List<Field> fields) {
        this(name, title, law, article, dueAt, page, locks, List.of(), fields);
    }

    /** A reason with its article. */
    public record Lock(String code, String sentence, String law) {}

    public boolean open() {
        return locks.isEmpty();
    }
}
