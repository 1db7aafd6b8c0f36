package cn.daxietong.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws every procedure from its table and fails where the drawing in the repository is another one. */
class ProcedureDrawingTest {
    private static final boolean REDRAW = Boolean.getBoolean("daxietong.redraw");

    static Stream<MatterKind<?>> kinds() {
        return Bench.INSTANCE.kinds.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_drawing_in_the_repository_is_that_of_the_table(MatterKind<?> kind) throws IOException {
        var file = Path.of("doc/generated/procedure-" + kind.code() + ".md");
        var drawn = drawing(kind);

        if (REDRAW) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, drawn);
        }

        assertThat(file)
                .as("redraw with -Dtest=ProcedureDrawingTest -Ddaxietong.redraw=true")
                .hasContent(drawn);
    }

    /** What no step starts yet, and the institution that will. */
    private static final Map<String, String> WAITING = Map.ofEntries(
            Map.entry("market.complaint.accept", "消费投诉不在本平台办理，告知拨打12315"),
            Map.entry("market.complaint.mediate", "消费投诉不在本平台办理，告知拨打12315"),
            Map.entry("market.competence.dispute", "两个市场监管部门之间的争议，本县只有一个"),
            Map.entry("audit.log.retention", "日志留存，不由事项起算"));

    @Test
    void the_list_of_clocks_says_for_each_which_step_starts_it_or_who_will() throws IOException {
        var text = new StringBuilder("# 时限由哪一步起算\n\n由测试 `ProcedureDrawingTest` 从程序表生成，勿手改。\n\n");
        text.append("| 时限 | 依据 | 期限 | 核对 | 起算的步骤 |\n|---|---|---|---|---|\n");
        var idle = new TreeSet<String>();
        for (var rule : Bench.INSTANCE.clocks.rules()) {
            var starters = starters(rule.id());
            if (starters.isEmpty()) {
                idle.add(rule.id());
            }
            text.append("| %s | %s%s | %s | %s | %s |\n"
                    .formatted(
                            rule.id(),
                            rule.law(),
                            rule.article(),
                            rule.span(),
                            rule.mark().pendingReview() ? "待法制审核" : "已核",
                            starters.isEmpty() ? "尚无：" + WAITING.get(rule.id()) : String.join("、", starters)));
        }
        var file = Path.of("doc/generated/clocks.md");
        if (REDRAW) {
            Files.writeString(file, text);
        }

        assertThat(idle).isEqualTo(new TreeSet<>(WAITING.keySet()));
        assertThat(file).hasContent(text.toString());
    }

    private static Set<String> starters(String clock) {
        var starters = new LinkedHashSet<String>();
        for (var kind : Bench.INSTANCE.kinds) {
            for (var step : kind.procedure().steps()) {
                if (step.startedClocks().contains(clock)) {
                    starters.add(kind.title() + "“" + step.title() + "”");
                }
            }
        }
        return starters;
    }

    private static <S> String drawing(MatterKind<S> kind) {
        var table = kind.procedure();
        var text = new StringBuilder("# " + kind.title() + "的办理程序\n\n由测试 `ProcedureDrawingTest` 从程序表生成，勿手改。\n\n");
        text.append("```mermaid\nstateDiagram-v2\n");
        for (var status : table.statuses()) {
            text.append("    state \"")
                    .append(status.title())
                    .append("\" as ")
                    .append(status.code())
                    .append('\n');
        }
        for (var row : table.steps()) {
            for (var from : row.from().isEmpty() ? List.of(table.statuses().getFirst()) : row.from()) {
                for (var to : row.targets(from)) {
                    text.append("    ")
                            .append(row.from().isEmpty() ? "[*]" : from.code())
                            .append(" --> ")
                            .append(to.code())
                            .append(" : ")
                            .append(row.title())
                            .append('\n');
                }
            }
        }
        table.statuses().stream()
                .filter(Status::closed)
                .forEach(s -> text.append("    ").append(s.code()).append(" --> [*]\n"));
        text.append("```\n\n| 状态 | 动作 | 由谁 | 依据 | 到 | 起算 | 停止 | 文书 |\n|---|---|---|---|---|---|---|---|\n");
        table.steps().forEach(row -> text.append(line(table, row)));
        return text.toString();
    }

    private static <S> String line(Procedure<S> table, Step<S, ?> row) {
        var places = row.from().isEmpty() ? List.of(table.statuses().getFirst()) : row.from();
        var targets = places.stream()
                .flatMap(s -> row.targets(s).stream().filter(t -> row.from().isEmpty() || t != s))
                .map(Status::title)
                .distinct()
                .toList();
        return "| " + String.join("、", row.from().stream().map(Status::title).toList())
                + " | " + row.title()
                + " | " + row.by().title()
                + " | "
                + String.join(
                        "；",
                        row.laws().stream().map(ProcedureDrawingTest::cited).toList())
                + " | " + String.join("、", targets)
                + " | "
                + String.join(
                        "、",
                        row.startedClocks().stream()
                                .map(ProcedureDrawingTest::clock)
                                .toList())
                + " | "
                + String.join(
                        "、",
                        row.stoppedClocks().stream()
                                .map(ProcedureDrawingTest::clock)
                                .toList())
                + " | "
                + String.join(
                        "、",
                        row.issuedDocuments().stream()
                                .map(DocumentTemplate::title)
                                .toList())
                + " |\n";
    }

    private static String cited(String article) {
        return Bench.INSTANCE.articles.get(article).citation();
    }

    private static String clock(String id) {
        return id + "（" + Bench.INSTANCE.clocks.rule(id).span() + "）";
    }
}
