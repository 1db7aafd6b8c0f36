package cn.daxietong.casework;

import cn.daxietong.casework.CaseAction.Item;
import cn.daxietong.exhibit.ExhibitOpening;
import cn.daxietong.matter.Matter;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What a measure took, each as a matter of its own from then on. */
final class CaseExhibits {
    private CaseExhibits() {}

    /** One opening for each item that the step has just added, in the order of the list. */
    static List<ExhibitOpening> openings(Matter<Case> matter, List<Item> added, Instant since) {
        var c = matter.state();
        var commodity = c.facts().commodity();
        var first = c.items().size() - added.size();
        return IntStream.range(0, added.size())
                .mapToObj(i -> new ExhibitOpening(
                        c.substance().title(),
                        matter.number(),
                        commodity == null ? null : commodity.code(),
                        c.items().get(first + i),
                        added.get(i).identifier(),
                        since))
                .toList();
    }
}
