package cn.daxietong.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The verifier runs where there is no platform, and its page where there is no network. */
class VerifierAloneTest {
    @Test
    void it_needs_nothing_but_java_and_bouncy_castle() {
        var verifier = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("cn.daxietong.verifier");

        classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "cn.daxietong.verifier",
                        "java..",
                        "javax.xml..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "org.bouncycastle..",
                        "org.jspecify..")
                .check(verifier);
    }

    @Test
    void its_page_is_one_small_file_that_names_no_address_to_load_from() {
        var page = new String(VerifierPage.bytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(page.length()).isLessThan(200_000);
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("/*LIBRARY*/")
                .doesNotContain("<link")
                .doesNotContain(" src=")
                .doesNotContain("fetch(")
                .doesNotContain("XMLHttpRequest");
    }
}
