package cn.daxietong.matter;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.web.Faults;
import cn.daxietong.web.FormTree;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a browser sent. */
record Posted(Map<String, String[]> parameters) {
    /** The button that asks what the tables say, for browsers without script. */
    static final String TRY = "try";

    /** What the form sends along by itself. */
    private static final Set<String> OURS = Set.of("version", "once", TRY);

    /** Whether the form is only to be drawn again: with another row, or with what the tables say. */
    boolean onlyDrawn() {
        return FormTree.editsRows(parameters) || parameters.containsKey(TRY);
    }

    /** The place in the page that was worked on. */
    String place() {
        var rows = parameters.getOrDefault(FormTree.ADD, parameters.getOrDefault(FormTree.REMOVE, new String[0]));
        return rows.length == 0 ? "#trial" : "#" + Faults.id(rows[0].replaceFirst("\\[\\d+]$", ""));
    }

    /** As it will stand: the rows added and removed, so that drawing it again does not do it twice. */
    Map<String, String[]> settled() {
        var kept = new LinkedHashMap<>(FormTree.of(parameters).parameters());
        parameters.forEach((name, value) -> {
            if (name.equals("version") || name.startsWith(FormValues.NONE)) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    /** Everything that was written or chosen, for whoever wants to copy it. */
    List<String> written() {
        return parameters.entrySet().stream()
                .filter(typed -> !typed.getKey().startsWith("_") && !OURS.contains(typed.getKey()))
                .flatMap(typed -> Arrays.stream(typed.getValue()))
                .filter(text -> !text.isBlank())
                .toList();
    }

    @Nullable
    Integer version() {
        var sent = parameters.get("version");
        return sent == null ? null : MatterApi.version(sent[0]);
    }

    JsonNode json(List<Field> fields) {
        var values = FormTree.of(parameters).values();
        values.remove("version");
        values.remove("once");
        return FormValues.json(values, fields, parameters);
    }

    Set<String> nothing() {
        return parameters.keySet().stream()
                .filter(name -> name.startsWith(FormValues.NONE))
                .map(name -> name.substring(FormValues.NONE.length()))
                .collect(Collectors.toSet());
    }

    /** On top of the form a sentence stands without its field, so it says which one it means. */
    private static Fault named(Fault fault, List<Field> fields) {
        var title = Fields.titleAt(fault.field(), fields);
        var group = fault.code().equals("required")
                && fields.stream()
                        .anyMatch(
                                f -> f.name().equals(fault.field()) && f.type().equals("group"));
        return title.isEmpty()
                ? fault
                : new Fault(fault.field(), fault.code(), title + "：" + (group ? "请至少填写其中一项" : fault.message()));
    }

    /** Empty rows are not read, so they are not drawn again either: else a fault would stand beside the wrong row. */
    ActionForm.Filled again(@Nullable Integer version, @Nullable Refusal refusal, List<Field> fields) {
        var tree = refusal == null ? FormTree.of(parameters) : FormTree.of(FormValues.parameters(json(fields)));
        var faults = refusal == null
                ? List.<Fault>of()
                : refusal.faults().stream()
                        .sorted(Comparator.comparing(f -> Fields.place(f.field(), fields)))
                        .map(f -> named(f, fields))
                        .toList();
        return new ActionForm.Filled(
                version, UUID.randomUUID().toString(), tree, new Faults(faults), refusal, true, nothing());
    }
}
