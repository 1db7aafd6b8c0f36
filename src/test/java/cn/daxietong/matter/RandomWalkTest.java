package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.UnitId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ten thousand seeded sequences of mostly sensible actions from each kind; no invariant may break and nobody may be stuck. */
class RandomWalkTest {
    private static final int WALKS = Integer.getInteger("daxietong.walks", 10_000);

    static Stream<String> kinds() {
        return Bench.INSTANCE.kinds.stream().map(MatterKind::code);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void random_sequences_break_no_invariant_and_reach_every_status(String kind) {
        var visited = new ConcurrentSkipListSet<String>();

        var broken = IntStream.range(0, WALKS)
                .parallel()
                .mapToObj(seed -> new Walk(kind, seed).run(visited))
                .flatMap(List::stream)
                .limit(5)
                .toList();

        assertThat(broken).isEmpty();
        assertThat(visited)
                .as("every status of " + kind + " is met by some walk")
                .containsAll(Bench.INSTANCE.kind(kind).procedure().statuses().stream()
                        .map(s -> kind + " " + s.code())
                        .toList());
    }

    @Test
    void a_matter_that_breaks_every_invariant_is_found_out() {
        var world = new Walk("case", 1).world();
        var id = new Beginnings("case", new RandomActions(new Random(1), world), world).begin();
        var sound = world.matter(id);
        var blind = new Matter<>(
                sound.id(),
                sound.kind(),
                sound.number(),
                List.of(),
                sound.title(),
                "closed",
                new UnitId("U07"),
                7,
                sound.createdAt(),
                sound.updatedAt(),
                List.of(),
                List.of(new RunningClock(
                        "penalty.decide", new UnitId("U07"), "", world.now, List.of(), null, null, false, false, null)),
                List.of(new Todo(new UnitId("U07"), null, "file", "立案", null, null, "")),
                List.of(),
                List.of(),
                sound.state());

        var told = List.of(new Decision.Notice(new UnitId("U07"), null, ""));
        var complaints = Invariants.complaints(
                world, new Decision<Object>(bare(sound), bare(blind), told, List.of(), List.of(), List.of()));

        assertThat(complaints).hasSize(7);
    }

    @SuppressWarnings("unchecked")
    private static Matter<Object> bare(Matter<?> matter) {
        return (Matter<Object>) matter;
    }
}
