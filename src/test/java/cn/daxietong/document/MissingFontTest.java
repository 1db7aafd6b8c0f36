package cn.daxietong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Printing never fails for want of a font. */
class MissingFontTest {
    private static final OfficialDocument LETTER = OfficialDocument.letter("案件移送书", "鹿寨县市场监督管理局")
            .number("鹿市监移〔2026〕3号")
            .to("鹿寨县公安局")
            .paragraph("现将案件移送你单位。")
            .done();

    private static String printed(Map<String, String> fonts) throws IOException {
        try (var pdf = Loader.loadPDF(new DocumentPress(new Typefaces(fonts)).pdf(LETTER))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
        }
    }

    @Test
    void without_one_font_another_stands_in() throws IOException {
        var fonts = new HashMap<>(Typefaces.FILES);
        fonts.put("Fang", "lost.ttf");

        assertThat(printed(fonts)).contains("现将案件移送你单位");
    }

    @Test
    void without_any_font_there_is_still_a_page() throws IOException {
        var fonts = new HashMap<>(Typefaces.FILES);
        fonts.replaceAll((family, file) -> "lost.ttf");

        try (var pdf = Loader.loadPDF(new DocumentPress(new Typefaces(fonts)).pdf(LETTER))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }
}
