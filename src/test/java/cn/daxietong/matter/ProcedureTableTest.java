package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Title;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is proved of every kind's table by reading it. */
class ProcedureTableTest {
    static Stream<String> kinds() {
        return Bench.INSTANCE.kinds.stream().map(MatterKind::code);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_table_has_no_fault(String kind) {
        var table = Bench.INSTANCE.kind(kind).procedure();

        assertThat(TableFaults.of(table)).isEmpty();
    }

    enum Place implements Status {
        OPEN,
        STUCK,
        LOST,
        OVER;

        @Override
        public String title() {
            return "某处";
        }

        @Override
        public boolean closed() {
            return this == OVER;
        }
    }

    record Nothing() {}

    enum Untitled {
        @Title("choice")
        ONE
    }

    @Title("开始")
    record Begin(
            @Title("标题") String title,
            String untitled,
            @Title("选择") Untitled choice) implements Action {}

    @Title("go on")
    record GoOn() implements Action {}

    @Title("再办")
    record Again() implements Action {}

    @Test
    void a_table_with_every_fault_is_found_out() {
        var broken = Procedure.of(Nothing.class, Place.class)
                .opening(Begin.class)
                .by(Who.anyUnit())
                .law("310.999")
                .to(Place.OPEN)
                .starts("transfer.send", Who.owner(), "")
                .starts("no.such.clock", Who.owner(), "")
                .from(Place.OPEN)
                .on(GoOn.class)
                .to(Place.STUCK)
                .stops("transfer.review")
                .on(Again.class)
                .law("310.5")
                .to(Place.OVER)
                .from(Place.OVER)
                .on(GoOn.class)
                .law("310.5")
                .to(Place.OPEN)
                .build();

        assertThat(TableFaults.of(broken))
                .containsExactlyInAnyOrder(
                        "unreachable: lost",
                        "nobody can act: stuck",
                        "nobody can act: lost",
                        "reopens: go_on from over",
                        "never stops: transfer.send of begin",
                        "never stops: no.such.clock of begin",
                        "no such clock: no.such.clock",
                        "stops what never starts: transfer.review of go_on",
                        "no article: go_on",
                        "no such article: 310.999 of begin",
                        "no Chinese title: go_on",
                        "no Chinese title: go_on",
                        "no Chinese title: begin.untitled",
                        "no Chinese title: begin.choice one");
    }
}
