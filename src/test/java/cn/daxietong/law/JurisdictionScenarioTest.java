package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.law.JurisdictionAssessment.Basis;
import cn.daxietong.law.JurisdictionAssessment.Candidate;
import cn.daxietong.law.JurisdictionAssessment.Role;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JurisdictionScenarioTest {
    private static final Jurisdiction JURISDICTION = Jurisdiction.bundled();

    record Scenario(
            String why,
            String statute,
            String notice,
            String assist,
            boolean conflict,
            boolean consultation,
            String facts) {
        @Override
        public String toString() {
            return why + " " + facts;
        }
    }

    static List<Scenario> scenarios() throws Exception {
        try (InputStream in = Objects.requireNonNull(
                JurisdictionScenarioTest.class.getResourceAsStream("/law/jurisdiction-scenarios.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(c -> new Scenario(
                            c[0], c[1], c[2], c[3], Boolean.parseBoolean(c[4]), Boolean.parseBoolean(c[5]), c[6]))
                    .toList();
        }
    }

    @Test
    void there_are_at_least_150_scenarios() throws Exception {
        assertThat(scenarios().stream().map(Scenario::facts).distinct()).hasSizeGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void goes_where_statute_and_notice_say(Scenario scenario) {
        JurisdictionAssessment answer = JURISDICTION.assess(TestFacts.facts(scenario.facts()));

        assertThat(units(answer, Basis.STATUTE, Role.LEAD)).isEqualTo(scenario.statute());
        assertThat(units(answer, Basis.NOTICE, Role.LEAD)).isEqualTo(scenario.notice());
        assertThat(units(answer, Basis.NOTICE, Role.ASSIST)).isEqualTo(scenario.assist());
        assertThat(answer.conflict()).isEqualTo(scenario.conflict());
        assertThat(answer.needsConsultation()).isEqualTo(scenario.consultation());
        assertThat(answer.candidates())
                .allSatisfy(
                        c -> assertThat(Articles.bundled().find(c.articleId())).isPresent());
        assertThat(answer.candidates())
                .filteredOn(c -> c.unit().value().equals("U16"))
                .allSatisfy(c -> assertThat(c.act()).contains("无行政处罚权"));
    }

    private static String units(JurisdictionAssessment answer, Basis basis, Role role) {
        String units = answer.candidates().stream()
                .filter(c -> c.basis() == basis && c.role() == role)
                .map(Candidate::unit)
                .map(Object::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
        return units.isEmpty() ? "-" : units;
    }
}
