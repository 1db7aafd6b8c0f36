package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browsers on county desks go back to Chromium 86; what came later fails there without a word. */
class StyleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ":has\\(",
                ":is\\(",
                ":where\\(",
                ":not\\([^)]*,",
                "@container",
                "@layer",
                "@scope",
                "\\d(dvh|svh|lvh|dvw|cqw|cqi)\\b",
                "[;{\\s]inset(-inline|-block)?\\s*:",
                "(margin|padding)-(inline|block)\\s*:",
                "aspect-ratio",
                "color-mix\\(",
                "oklch\\(",
                "@media[^{]*[<>]",
                "[{;]\\s*&",
                "text-wrap",
                "url\\(\\s*['\"]?(https?:)?//"
            })
    void the_style_sheet_uses_nothing_younger_than_the_browsers(String forbidden) {
        var css = text("app.css").replaceAll("(?s)/\\*.*?\\*/", "");

        assertThat(Pattern.compile(forbidden).matcher(css).find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\.at\\(",
                "structuredClone",
                "randomUUID",
                "\\?\\?=",
                "\\|\\|=",
                "&&=",
                "replaceAll\\(",
                "static\\s*\\{",
                "Object\\.hasOwn",
                "\\beval\\(",
                "innerHTML"
            })
    void the_script_uses_nothing_younger_or_unsafe(String forbidden) {
        assertThat(Pattern.compile(forbidden).matcher(text("app.js")).find()).isFalse();
    }

    @Test
    void the_style_sheet_stays_below_twelve_kilobytes_on_the_wire() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(Assets.content("app.css"));
        }

        assertThat(zipped.size()).isBetween(1_000, 12_000);
    }

    @Test
    void every_sheet_and_script_that_lies_there_is_given_out() throws IOException {
        for (var kind : List.of("css", "js")) {
            try (var files = Files.list(Path.of("src/main/resources/static", kind))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(Assets.BUNDLES.entrySet().stream()
                                .filter(bundle -> bundle.getKey().endsWith("." + kind))
                                .flatMap(bundle -> bundle.getValue().stream())
                                .map(part -> part + "." + kind)
                                .distinct()
                                .toList());
            }
        }
    }

    private static String text(String bundle) {
        return new String(Assets.content(bundle), StandardCharsets.UTF_8);
    }

    @Test
    void no_template_carries_script_style_or_handlers_of_its_own() throws IOException {
        var inline = Pattern.compile("<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:");
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            for (var template : templates.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(template), StandardCharsets.UTF_8);
                assertThat(inline.matcher(text).find()).as(template.toString()).isFalse();
            }
        }
    }
}
