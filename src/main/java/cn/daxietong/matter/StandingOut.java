package cn.daxietong.matter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The one rule for which button stands out on a matter's page: what is the viewer's duty; what ends the matter, lifts a measure or is a short way
 * ({@link Step#yieldsTo}) gives way to any other duty, then to the proper way that its row names, and stands out only where it alone is due.
 */
final class StandingOut {
    private StandingOut() {}

    /**
     * @param due the names of the viewer's duties
     * @param beginnings the kinds that the viewer may begin about the matter
     * @return names of actions and codes of kinds
     */
    static <S> Set<String> of(Seen<S> seen, Set<String> due, List<String> beginnings) {
        var matter = seen.matter();
        var procedure = seen.kind().procedure();
        var status = procedure.status(matter.status());
        var plain = new LinkedHashSet<String>();
        var ways = new LinkedHashSet<String>();
        var open = new ArrayList<>(beginnings);
        seen.offers().stream().filter(Offer::open).map(Offer::name).forEach(open::add);
        for (var step : procedure.from(status)) {
            if (due.contains(step.name())) {
                if (!step.yields(matter, Status::closed)) {
                    plain.add(step.name());
                }
                step.waysInstead(matter).stream().filter(open::contains).forEach(ways::add);
            }
        }
        if (!plain.isEmpty()) {
            return plain;
        }
        return ways.isEmpty() && due.size() == 1 ? due : ways;
    }
}
