package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules keep to what they declare: no cycle, no undeclared use, no reaching into another's package-private types. */
class ModularityTest {
    private static final ApplicationModules MODULES = ApplicationModules.of("cn.daxietong");
    private static final Path MAP = Path.of("doc/generated/modules.md");

    @Test
    void modules_use_only_what_they_declare() {
        MODULES.verify();
    }

    @Test
    void the_module_map_in_the_repository_is_that_of_the_code() throws IOException {
        var drawn = map();

        if (Boolean.getBoolean("daxietong.redraw")) {
            Files.createDirectories(MAP.getParent());
            Files.writeString(MAP, drawn);
        }

        assertThat(MAP)
                .as("redraw with -Dtest=ModularityTest -Ddaxietong.redraw=true")
                .hasContent(drawn);
    }

    private static String map() {
        var modules = MODULES.stream()
                .sorted(Comparator.comparing(m -> m.getIdentifier().toString()))
                .toList();
        var text = new StringBuilder("# 模块图\n\n由测试 `ModularityTest` 从代码生成，勿手改。箭头指向所依赖的模块；人人都用的 `shared` 不画。\n\n");
        text.append("```mermaid\nflowchart BT\n");
        modules.forEach(m -> text.append("    ")
                .append(m.getIdentifier())
                .append("[\"")
                .append(m.getDisplayName())
                .append(" ")
                .append(m.getIdentifier())
                .append("\"]\n"));
        for (var module : modules) {
            for (var used : used(module)) {
                text.append("    ")
                        .append(module.getIdentifier())
                        .append(" --> ")
                        .append(used)
                        .append('\n');
            }
        }
        return text.append("```\n").toString();
    }

    private static TreeSet<String> used(ApplicationModule module) {
        var names = new TreeSet<String>();
        module.getDirectDependencies(MODULES)
                .uniqueModules()
                .map(m -> m.getIdentifier().toString())
                .filter(name -> !name.equals("shared")
                        && !name.equals(module.getIdentifier().toString()))
                .forEach(names::add);
        return names;
    }
}
