package cn.daxietong.matter;

import cn.daxietong.attachment.Accepted;
import cn.daxietong.law.Article;
import cn.daxietong.web.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a form offers to choose from.
 *
 * @param units under the names of their groups, the suggested ones first
 * @param files what may be sent along
 * @param competence what the tables say of who is competent; absent where they were not asked
 * @param admits whether a field may choose a unit
 */
public record Pickers(
        Map<String, List<Option>> units,
        Map<String, List<Option>> others,
        Accepted files,
        @Nullable Competence competence,
        BiPredicate<String, String> admits) {
    /** The units that a field offers; groups of which nothing is left are left out. */
    public Map<String, List<Option>> units(String field) {
        var offered = new LinkedHashMap<String, List<Option>>();
        units.forEach((group, all) -> {
            var some = all.stream().filter(u -> admits.test(field, u.value())).toList();
            if (!some.isEmpty()) {
                offered.put(group, some);
            }
        });
        return offered;
    }

    public List<Option> of(String picks) {
        return others.getOrDefault(picks, List.of());
    }

    /** With more lists to choose from. */
    Pickers with(Map<String, List<Option>> more) {
        var all = new LinkedHashMap<>(others);
        all.putAll(more);
        return new Pickers(units, all, files, competence, admits);
    }

    /** The answer beside the field in which a unit is chosen. */
    public record Competence(String reason, List<Candidate> candidates) {}

    /** A unit that the tables name, for what, and why. */
    public record Candidate(String unit, String role, String act, String basis, Article article) {}
}
