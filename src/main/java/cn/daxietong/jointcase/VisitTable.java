package cn.daxietong.jointcase;

import cn.daxietong.jointcase.Operation.Result;
import cn.daxietong.jointcase.OperationAction.Site;
import cn.daxietong.matter.DerivedTable;
import cn.daxietong.matter.Matter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which places operations visited and when, found by name, address and code as people write them, blanks and signs left out. */
@Component
final class VisitTable implements DerivedTable {
    private static final int SHORTEST = 2;

    @Override
    public String sqlName() {
        return "jointcase.visit";
    }

    @Override
    public String title() {
        return "检查过的场所";
    }

    @Override
    public List<String> columns() {
        return List.of("place", "spot", "unit_id", "visited_at");
    }

    @Override
    public Stream<List<@Nullable Object>> lines(Matter<?> matter) {
        if (!(matter.state() instanceof Operation operation)) {
            return Stream.empty();
        }
        var lines = new ArrayList<List<@Nullable Object>>();
        for (int i = 0; i < operation.results().size(); i++) {
            var result = operation.results().get(i);
            for (var spot : spots(operation, result)) {
                lines.add(List.of(i, spot, operation.lead().value(), result.at()));
            }
        }
        return lines.stream();
    }

    /** What was typed as the place, and where that is one of the plan's, its name and address too. */
    private static Set<String> spots(Operation operation, Result result) {
        var spots = new LinkedHashSet<>(keys(result.site()));
        operation.sites().stream()
                .filter(s -> keys(s).contains(key(result.site())))
                .forEach(s -> spots.addAll(keys(s)));
        return spots;
    }

    /** By its name, its address and, for a shop that has one, its code, which stays when the name changes. */
    static Set<String> keys(Site site) {
        var code = site.code();
        return keys(site.name(), site.address(), code == null ? "" : code);
    }

    /** By what a place is found; too short a word finds nothing. */
    private static Set<String> keys(String... texts) {
        var keys = new LinkedHashSet<String>();
        for (var text : texts) {
            var key = key(text);
            if (key.length() >= SHORTEST) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
