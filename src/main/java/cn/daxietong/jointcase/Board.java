package cn.daxietong.jointcase;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the board of an operation shows.
 *
 * @param live whether it still changes
 * @param at as of when
 */
public record Board(
        String matter,
        String path,
        String title,
        String status,
        String startsAt,
        String place,
        List<Phase> phases,
        List<Party> parties,
        List<Find> finds,
        boolean live,
        String at) {
    private static final List<String> PHASES = List.of("方案", "部署", "出动", "战果");

    /** 方案, 部署, 出动 or 战果, and whether it has come to it. */
    public record Phase(String title, boolean reached, boolean current) {}

    /** A unit that takes part; its strength is empty until it set out. */
    public record Party(String unit, String part, String turnout, String strength) {}

    /** What was found at a place. */
    public record Find(String at, String unit, String site, String found, String text) {}

    static List<Phase> phases(OperationStatus status, boolean found) {
        var reached =
                switch (status) {
                    case PLANNED -> 0;
                    case APPROVED, DEPLOYED -> 1;
                    case UNDERWAY -> found ? 3 : 2;
                    case FINISHED -> 3;
                    case CANCELLED -> -1;
                };
        return IntStream.range(0, PHASES.size())
                .mapToObj(i -> new Phase(PHASES.get(i), i <= reached, i == reached))
                .toList();
    }

    public long out() {
        return parties.stream().filter(p -> !p.strength().isEmpty()).count();
    }
}
