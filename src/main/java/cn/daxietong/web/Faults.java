package cn.daxietong.web;

import cn.daxietong.shared.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form, so that each sentence stands at its field and all of them once more on top. */
public record Faults(List<Fault> all) {
    public static final Faults NONE = new Faults(List.of());

    public Faults {
        all = List.copyOf(all);
    }

    /** The sentence for one field; null where nothing is wrong. */
    public @Nullable String of(String field) {
        return all.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse(null);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The id of a field's element; names hold dots and brackets, which ids and the addresses that lead to them had better not. */
    public static String id(String field) {
        return "f-" + field.replaceAll("[^A-Za-z0-9_]", "-");
    }
}
