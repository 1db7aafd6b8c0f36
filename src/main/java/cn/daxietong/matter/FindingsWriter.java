package cn.daxietong.matter;

import cn.daxietong.law.Facts;
import cn.daxietong.law.FactsReading;
import cn.daxietong.law.Jurisdiction;
import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.law.Threshold;
import cn.daxietong.law.ThresholdAssessment;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what the tables answer into the words of a page: on facts as they were recorded, and on facts that are still being typed. */
@Component
final class FindingsWriter {
    private final Threshold threshold;
    private final Jurisdiction jurisdiction;
    private final Wording words;
    private final Clock clock;

    FindingsWriter(Threshold threshold, Jurisdiction jurisdiction, Wording words, Clock clock) {
        this.threshold = threshold;
        this.jurisdiction = jurisdiction;
        this.words = words;
        this.clock = clock;
    }

    /** The facts as every form that asks for them names them. */
    private record Typed(@Title("案件事实") Facts facts) {}

    private static final Field ASKED = Fields.of(Typed.class).getFirst();

    /** Whatever kind keeps an assessment in its state shows it. */
    Optional<Sheet.Findings> recorded(Object state) {
        var known = inside(state, ThresholdAssessment.class);
        var competent = inside(state, JurisdictionAssessment.class);
        return known.isEmpty() || competent.isEmpty()
                ? Optional.empty()
                : Optional.of(findings(known.get(), competent.get()));
    }

    /** What the tables would answer if the form were sent as it stands; nothing is saved. Null where the form asks for no facts. */
    ActionForm.@Nullable Trial trial(List<Field> fields, ActionForm.Filled filled) {
        var asks = fields.stream()
                .anyMatch(f -> f.name().equals(ASKED.name()) && f.fields().equals(ASKED.fields()));
        return asks ? trial(filled) : null;
    }

    /** As {@link #trial(List, ActionForm.Filled)}, for a form that is known to ask for facts. */
    ActionForm.Trial trial(ActionForm.Filled filled) {
        var nothing = new LinkedHashMap<String, String[]>();
        filled.nothing().forEach(name -> nothing.put(FormValues.NONE + name, new String[] {"true"}));
        var values = new LinkedHashMap<String, Object>();
        values.put(ASKED.name(), filled.tree().values().getOrDefault(ASKED.name(), Map.of()));
        var typed = FormValues.json(values, Fields.of(Typed.class), nothing).path(ASKED.name());
        try {
            var facts = FactsReading.read(TypedTree.of(typed, ASKED.fields()), LocalDate.now(clock), ASKED.name());
            return new ActionForm.Trial(findings(threshold.assess(facts), jurisdiction.assess(facts)), List.of());
        } catch (Refusal unreadable) {
            return new ActionForm.Trial(
                    null,
                    unreadable.faults().stream()
                            .map(f -> new Fault(
                                    f.field(), f.code(), Fields.titleAt(f.field(), List.of(ASKED)) + "：" + f.message()))
                            .toList());
        }
    }

    private Sheet.Findings findings(ThresholdAssessment known, JurisdictionAssessment competent) {
        return new Sheet.Findings(known, competent, factTitles(known.missing()), SheetWriter::article, this::name);
    }

    private String name(Object named) {
        return switch (named) {
            case UnitId unit -> words.unit(unit);
            case List<?> facts ->
                String.join("、", factTitles(facts.stream().map(String::valueOf).toList()));
            default -> String.valueOf(named);
        };
    }

    private static <T> Optional<T> inside(Object state, Class<T> type) {
        for (var component : state.getClass().getRecordComponents()) {
            var value = Readable.valueOf(component, state);
            if (type.isInstance(value)) {
                return Optional.of(type.cast(value));
            }
            if (value instanceof Record record
                    && record.getClass().getPackage().equals(state.getClass().getPackage())) {
                var deeper = inside(record, type);
                if (deeper.isPresent()) {
                    return deeper;
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> factTitles(List<String> names) {
        var all = new ArrayList<>(Fields.of(Facts.class));
        all.addAll(Fields.of(Facts.Goods.class));
        return names.stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .map(name -> all.stream()
                        .filter(f -> f.name().equals(name))
                        .map(f -> f.title().replace("（元）", ""))
                        .findFirst()
                        .orElse(name))
                .distinct()
                .toList();
    }
}
