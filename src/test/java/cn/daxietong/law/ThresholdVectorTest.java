package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.law.ThresholdAssessment.Hit;
import cn.daxietong.law.ThresholdAssessment.Result;
import cn.daxietong.law.ThresholdAssessment.State;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of every limb at one below, exactly there, and one above. */
class ThresholdVectorTest {
    private static final Threshold THRESHOLD = Threshold.bundled();
    /** Decided by no figure that can be one too small, or never alone; tested by name in {@link ThresholdTest}. */
    private static final Set<String> TESTED_BY_NAME = Set.of(
            "trademark.sale.gain.before",
            "trademark.sale.sold.before",
            "trademark.sale.unsold.before",
            "smuggling.repeated",
            "smuggling.repeated.frozen",
            "smuggling.circumstance",
            "conceal",
            "food.unfit",
            "epidemic",
            "waste.dumping");

    record Vector(String limb, BigDecimal at, BigDecimal step, State state, String facts) {
        Facts with(BigDecimal value) {
            return TestFacts.facts(facts.replace("$", value.toPlainString()));
        }
    }

    static List<Vector> vectors() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(ThresholdVectorTest.class.getResourceAsStream("/law/threshold-vectors.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(c -> new Vector(
                            c[0],
                            new BigDecimal(c[1]),
                            new BigDecimal(c[2]),
                            State.valueOf(c[3].toUpperCase(Locale.ROOT)),
                            c[4]))
                    .toList();
        }
    }

    @Test
    void every_limb_of_the_tables_has_its_vectors() throws Exception {
        Set<String> limbs = new HashSet<>();
        Pattern.compile("_o_limb\"><text>\"([^\"]+)\"")
                .matcher(Bundled.text("threshold.dmn"))
                .results()
                .forEach(match -> limbs.add(match.group(1)));

        Set<String> tested = new HashSet<>(TESTED_BY_NAME);
        vectors().forEach(vector -> tested.add(vector.limb()));

        assertThat(limbs).hasSizeGreaterThan(60).isEqualTo(tested);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void one_below_is_not_enough_and_the_figure_itself_is(Vector vector) {
        ThresholdAssessment below = THRESHOLD.assess(vector.with(vector.at().subtract(vector.step())));
        ThresholdAssessment exactly = THRESHOLD.assess(vector.with(vector.at()));
        ThresholdAssessment above = THRESHOLD.assess(vector.with(vector.at().add(vector.step())));

        assertThat(below.result()).isNotEqualTo(Result.REACHED);
        assertThat(below.hits())
                .filteredOn(hit -> hit.state() != State.NEAR)
                .extracting(Hit::limb)
                .doesNotContain(vector.limb());
        Result expected = vector.state() == State.REACHED ? Result.REACHED : Result.NEEDS_VALUATION;
        assertThat(exactly.result()).isEqualTo(expected);
        assertThat(above.result()).isEqualTo(expected);
        assertThat(hit(exactly, vector).state()).isEqualTo(vector.state());
        assertThat(hit(above, vector).state()).isEqualTo(vector.state());
    }

    private static Hit hit(ThresholdAssessment answer, Vector vector) {
        return answer.hits().stream()
                .filter(hit -> hit.limb().equals(vector.limb()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(vector.limb() + " is not hit: " + answer));
    }
}
