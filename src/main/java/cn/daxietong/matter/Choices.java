package cn.daxietong.matter;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a form offers to choose, where a condition of its row is on one choice alone ({@link Condition#choice}). */
record Choices<S>(Step<S, ?> step, Matter<S> matter, Scene scene) {

    /** Whether anything is asked of what this field chooses. */
    boolean narrows(String field) {
        return step.conditions().stream().anyMatch(c -> field.equals(c.field()) && c.choosing() != null);
    }

    boolean admits(String field, Object chosen) {
        return step.conditions().stream()
                .filter(c -> field.equals(c.field()))
                .map(Condition::choosing)
                .filter(Objects::nonNull)
                .allMatch(choosing -> choosing.admits(matter, chosen, scene));
    }

    /** Whether a list of what is picked from holds it: some field that picks there may choose it. */
    boolean offers(String picks, Object chosen) {
        var picking = Fields.of(step.action()).stream()
                .filter(f -> picks.equals(f.picks()))
                .map(Field::name)
                .toList();
        return picking.isEmpty() || picking.stream().anyMatch(field -> admits(field, chosen));
    }

    /** The action's fields with only those options that may be chosen. */
    List<Field> fields() {
        return Fields.of(step.action()).stream()
                .map(f -> f.options().isEmpty() || !narrows(f.name()) ? f : narrowed(f))
                .toList();
    }

    private Field narrowed(Field field) {
        var values = Fields.constants(step.action(), field.name());
        var admitted = field.options().stream()
                .filter(o -> values.stream()
                        .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(o.value()))
                        .allMatch(v -> admits(field.name(), v)))
                .toList();
        // Where nothing is left the refusal says why, which an empty box would not.
        return admitted.isEmpty() ? field : field.with(admitted);
    }
}
