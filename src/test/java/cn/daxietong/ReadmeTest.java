package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.en.md"})
    void the_readme_says_of_every_dependency_what_it_is_for(String readme) throws IOException {
        var text = Files.readString(Path.of(readme));

        assertThat(dependencies()).hasSizeGreaterThan(20).allSatisfy(dependency -> assertThat(text)
                .containsPattern("[ 、]" + Pattern.quote(dependency) + "[ 、,（]"));
    }

    private static List<String> dependencies() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        var managed = pom.indexOf("</dependencyManagement>");
        return DEPENDENCY
                .matcher(pom.substring(managed, pom.indexOf("<build>")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
