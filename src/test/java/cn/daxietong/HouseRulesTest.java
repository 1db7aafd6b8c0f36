package cn.daxietong;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.Reading;
import cn.daxietong.shared.Viewer;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/** The house rules that a machine can check; each is also shown a class that breaks it. */
class HouseRulesTest {
    private static final JavaClasses PLATFORM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.daxietong");
    private static final int MOST_PARAMETERS = 6;

    /** A rule and a class that it must find fault with. */
    record Rule(ArchRule rule, Class<?> offender) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        noFields()
                                .that()
                                .areDeclaredInClassesThat()
                                .resideOutsideOfPackage("cn.daxietong.database..")
                                // It checks any database without the platform, with whatever login an outsider has.
                                .and()
                                .areDeclaredInClassesThat()
                                .doNotHaveSimpleName("Verification")
                                .and()
                                .areDeclaredInClassesThat()
                                .doNotHaveSimpleName("Standing")
                                .should()
                                .haveRawType(JdbcClient.class)
                                .because(
                                        "SQL goes through Reading and Writing, which lend the client for one transaction"),
                        HoldsAClient.class),
                new Rule(
                        classes()
                                .that()
                                .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
                                .should()
                                .bePackagePrivate(),
                        PublicController.class),
                new Rule(
                        noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|VO|BO)"),
                        OffenderHelper.class),
                new Rule(classes().should(haveFewConstructorParameters()), TooManyParts.class),
                new Rule(noClasses().should().callMethodWhere(asksTheSystemForTheTime()), OwnWatch.class),
                new Rule(
                        classes()
                                .that()
                                .haveSimpleNameEndingWith("Inboxes")
                                .or()
                                .haveSimpleName("Matters")
                                .should(takeAViewerInEveryPublicMethod()),
                        BlindInboxes.class),
                new Rule(classes().should(takeAViewerWhereTheyReadAsOne()), BlindReader.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_platform_keeps_the_rule(Rule rule) {
        rule.rule().check(PLATFORM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_finds_a_class_that_breaks_it(Rule rule) {
        var offender = new ClassFileImporter().importClasses(rule.offender());

        assertThat(rule.rule().evaluate(offender).hasViolation()).isTrue();
    }

    private static ArchCondition<JavaClass> haveFewConstructorParameters() {
        return new ArchCondition<>(
                "have at most " + MOST_PARAMETERS + " constructor parameters unless they are values") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.isRecord() || type.isEnum() || type.isAnonymousClass()) {
                    return;
                }
                type.getConstructors().stream()
                        .filter(c -> c.getRawParameterTypes().size() > MOST_PARAMETERS)
                        .forEach(c -> events.add(SimpleConditionEvent.violated(c, c.getDescription())));
            }
        };
    }

    private static DescribedPredicate<JavaMethodCall> asksTheSystemForTheTime() {
        return DescribedPredicate.describe("now() without a Clock", call -> {
            var owner = call.getTargetOwner();
            var parameters = call.getTarget().getRawParameterTypes();
            return call.getName().equals("now")
                    && owner.getPackageName().startsWith("java.time")
                    && parameters.stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
        });
    }

    private static ArchCondition<JavaClass> takeAViewerInEveryPublicMethod() {
        return new ArchCondition<>("take a Viewer in every public method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(m -> m.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Viewer.class)))
                        .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> takeAViewerWhereTheyReadAsOne() {
        return new ArchCondition<>("take a Viewer in every public method that reads as one") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                        .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(m -> m.getMethodCallsFromSelf().stream()
                                .anyMatch(c -> c.getName().equals("as")
                                        && c.getTargetOwner().isEquivalentTo(Reading.class)))
                        .filter(m -> m.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Viewer.class)))
                        .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getDescription())));
            }
        };
    }

    // --- offenders, each against one rule

    record HoldsAClient(JdbcClient db) {}

    @RestController
    public static class PublicController {}

    static final class OffenderHelper {}

    static final class TooManyParts {
        final Set<String> parts;

        TooManyParts(String a, String b, String c, String d, String e, String f, String g) {
            parts = Set.of(a, b, c, d, e, f, g);
        }
    }

    static final class OwnWatch {
        @SuppressWarnings("JavaTimeDefaultTimeZone") // the fault that the rule must find
        LocalDate today() {
            return LocalDate.now();
        }
    }

    record BlindReader(Reading reading, Viewer whoever) {
        public Boolean any() {
            return reading.as(whoever, db -> Boolean.TRUE);
        }
    }

    public static final class BlindInboxes {
        public List<String> all() {
            return List.of();
        }
    }
}
