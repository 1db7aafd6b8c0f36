package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a procedure table, read from the table alone; each fault begins with the rule it breaks. */
final class TableFaults {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private final Bench bench = Bench.INSTANCE;
    private final Procedure<?> table;
    private final List<String> faults = new ArrayList<>();

    private TableFaults(Procedure<?> table) {
        this.table = table;
    }

    static List<String> of(Procedure<?> table) {
        var faults = new TableFaults(table);
        faults.statuses();
        faults.clocks();
        faults.laws();
        faults.titles();
        return List.copyOf(faults.faults);
    }

    private void statuses() {
        var first = table.statuses().getFirst();
        var starts = new HashSet<Status>();
        table.openings().forEach(s -> starts.addAll(s.targets(first)));
        var reached = from(starts);
        for (var status : table.statuses()) {
            if (!reached.contains(status)) {
                faults.add("unreachable: " + status.code());
            }
            var rows = table.from(status);
            if (!status.closed() && rows.stream().allMatch(Step::isConsequence)) {
                faults.add("nobody can act: " + status.code());
            }
            for (var row : rows) {
                if (status.closed()
                        && !row.isUndoing()
                        && row.targets(status).stream().anyMatch(t -> !t.closed())) {
                    faults.add("reopens: " + row.name() + " from " + status.code());
                }
            }
        }
    }

    private Set<Status> from(Collection<Status> starts) {
        var reached = new HashSet<Status>(starts);
        var next = new ArrayDeque<>(starts);
        while (!next.isEmpty()) {
            var status = next.remove();
            for (var row : table.from(status)) {
                for (var target : row.targets(status)) {
                    if (reached.add(target)) {
                        next.add(target);
                    }
                }
            }
        }
        return reached;
    }

    private void clocks() {
        var first = table.statuses().getFirst();
        for (var row : table.steps()) {
            for (var clock : row.startedClocks()) {
                var places = row.from().isEmpty() ? List.of(first) : row.from();
                var reached = from(
                        places.stream().flatMap(p -> row.targets(p).stream()).toList());
                var stops = row.stoppedClocks().contains(clock)
                        || table.steps().stream()
                                .anyMatch(s -> s.stoppedClocks().contains(clock)
                                        && s.from().stream().anyMatch(reached::contains));
                if (!stops) {
                    faults.add("never stops: " + clock + " of " + row.name());
                }
            }
            for (var clock : row.startedClocks()) {
                unknown(clock);
            }
            for (var clock : row.stoppedClocks()) {
                unknown(clock);
                if (table.steps().stream().noneMatch(s -> s.startedClocks().contains(clock))) {
                    faults.add("stops what never starts: " + clock + " of " + row.name());
                }
            }
        }
    }

    private void unknown(String clock) {
        if (!bench.clocks.has(clock)) {
            faults.add("no such clock: " + clock);
        }
    }

    private void laws() {
        for (var row : table.steps()) {
            if (row.laws().isEmpty()) {
                faults.add("no article: " + row.name());
            }
            row.laws().forEach(law -> cited(law, row.name()));
            row.conditions().forEach(c -> cited(c.law(), row.name() + " " + c.code()));
        }
    }

    private void cited(String law, String where) {
        if (bench.articles.find(law).isEmpty()) {
            faults.add("no such article: " + law + " of " + where);
        }
    }

    private void titles() {
        for (var row : table.steps()) {
            if (!CHINESE.matcher(row.title()).find()) {
                faults.add("no Chinese title: " + row.name());
            }
            if (!row.isConsequence()) {
                fields(row.action(), row.name());
            }
        }
    }

    private void fields(Class<?> record, String path) {
        for (RecordComponent component : record.getRecordComponents()) {
            var title = component.getAnnotation(Title.class);
            if (title == null || !CHINESE.matcher(title.value()).find()) {
                faults.add("no Chinese title: " + path + "." + component.getName());
            }
        }
        for (var field : Fields.of(record)) {
            for (var option : field.options()) {
                if (!CHINESE.matcher(option.title()).find()) {
                    faults.add("no Chinese title: " + path + "." + field.name() + " " + option.value());
                }
            }
        }
        for (RecordComponent component : record.getRecordComponents()) {
            var element = Fields.element(component.getGenericType());
            var type = element == null ? component.getType() : element;
            if (type.isRecord() && !Fields.isLeaf(type)) {
                fields(type, path + "." + component.getName());
            }
        }
    }
}
