package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browsers on county desks go back to Chromium 86; what came later fails there without a word. */
class StyleTest {
    private static final Path STATIC = Path.of("src/main/resources/static");

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
    void the_style_sheet_uses_nothing_younger_than_the_browsers(String forbidden) throws IOException {
        var css = Files.readString(STATIC.resolve("app.css")).replaceAll("(?s)/\\*.*?\\*/", "");

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
    void the_script_uses_nothing_younger_or_unsafe(String forbidden) throws IOException {
        assertThat(Pattern.compile(forbidden)
                        .matcher(Files.readString(STATIC.resolve("app.js")))
                        .find())
                .isFalse();
    }

    @Test
    void the_style_sheet_stays_below_twelve_kilobytes_on_the_wire() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(Files.readAllBytes(STATIC.resolve("app.css")));
        }

        assertThat(zipped.size()).isBetween(1_000, 12_000);
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
