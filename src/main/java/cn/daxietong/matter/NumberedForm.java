package cn.daxietong.matter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form that a step issues, of which a kind only says who issues it and how it is filled in. */
public abstract class NumberedForm<S> implements DocumentTemplate<S> {
    private final String kind;
    private final String title;
    private final @Nullable String word;

    /**
     * @param kind stable code, such as {@code case_filing}
     * @param title its name in Chinese
     * @param word what stands in its number after the issuer's own word, such as 立; absent for forms without a number
     */
    protected NumberedForm(String kind, String title, @Nullable String word) {
        this.kind = kind;
        this.title = title;
        this.word = word;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Optional<String> series(Matter<S> matter, Directory directory) {
        return Optional.ofNullable(word).map(w -> directory.documentPrefix(issuer(matter)) + w);
    }
}
