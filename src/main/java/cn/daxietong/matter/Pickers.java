package cn.daxietong.matter;

import cn.daxietong.attachment.Accepted;
import cn.daxietong.law.Article;
import cn.daxietong.web.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form offers to choose from.
 *
 * @param units under the names of their groups, the suggested ones first
 * @param files what may be sent along
 * @param competence what the tables say of who is competent; absent where they were not asked
 */
public record Pickers(
        Map<String, List<Option>> units,
        Map<String, List<Option>> others,
        Accepted files,
        @Nullable Competence competence) {
    public List<Option> of(String picks) {
        return others.getOrDefault(picks, List.of());
    }

    /** With more lists to choose from. */
    Pickers with(Map<String, List<Option>> more) {
        var all = new LinkedHashMap<>(others);
        all.putAll(more);
        return new Pickers(units, all, files, competence);
    }

    /** The answer beside the field in which a unit is chosen. */
    public record Competence(String reason, List<Candidate> candidates) {}

    /** A unit that the tables name, for what, and why. */
    public record Candidate(String unit, String role, String act, String basis, Article article) {}
}
