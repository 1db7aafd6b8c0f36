package cn.daxietong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocumentPressTest {
    private static final DocumentPress PRESS = new DocumentPress();
    private static final Path SEEN = Path.of("target/documents");
    private static byte[] letter = new byte[0];
    private static byte[] form = new byte[0];
    private static byte[] list = new byte[0];

    @BeforeAll
    static void press_one_of_each() throws IOException {
        letter = PRESS.pdf(Samples.letter());
        form = PRESS.pdf(Samples.form());
        list = PRESS.pdf(Samples.list(200));
        // Left for a person to look at.
        Files.createDirectories(SEEN);
        Files.write(SEEN.resolve("letter.pdf"), letter);
        Files.write(SEEN.resolve("form.pdf"), form);
        Files.write(SEEN.resolve("list.pdf"), list);
    }

    @Test
    void a_letter_says_every_character_of_its_content() throws IOException {
        var text = PdfText.all(letter);

        for (var section : Samples.letter().body()) {
            switch (section) {
                case Section.Paragraph(var paragraph) -> assertThat(text).contains(PdfText.bare(paragraph));
                case Section.Heading heading -> assertThat(text).contains(PdfText.bare(heading.text()));
                default -> throw new AssertionError(section);
            }
        }
        assertThat(text)
                .contains("鹿市监移〔2026〕12号", "柳州海关：", "附件：1.涉案物品移送清单2.现场检查笔录", "2026年9月10日", "（联系人：覃某")
                .contains("抄送：大协同平台指挥部办公室，县打击走私综合治理办公室，县人民检察院。", "扫码核验", "移送案件回执");
    }

    @Test
    void no_page_is_turned_over_for_the_code_alone() throws IOException {
        for (int lines = 5; lines < 22; lines++) {
            var draft = OfficialDocument.letter("通知书", "鹿寨县公安局").title("通知书").to("鹿寨县烟草专卖局");
            for (int i = 0; i < lines; i++) {
                draft.paragraph("请于三日内办理。");
            }
            var document = draft.sealed("鹿寨县公安局", LocalDate.of(2026, 9, 10))
                    .done()
                    .checkedAt("http://localhost/check/" + CheckCode.of(UUID.randomUUID()));

            assertThat(PdfText.pages(PRESS.pdf(document))).as(lines + " lines").allMatch(page -> page.contains("三日内"));
        }
    }

    @Test
    void rare_characters_in_names_are_printed_and_can_be_copied() throws IOException {
        var names = "镕喆堃彧燚𠮷㛃㙍䶮𠅤𫖯";
        var document = OfficialDocument.letter("函", "鹿寨县公安局")
                .paragraph(names)
                .heading(1, names)
                .heading(2, names)
                .done();

        var text = PdfText.all(PRESS.pdf(document));

        assertThat(text).containsSubsequence(names, names, names).doesNotContain("〓");
    }

    @Test
    void what_no_font_has_is_printed_as_the_printers_mark_and_controls_are_left_out() throws IOException {
        var document = OfficialDocument.letter("函", "鹿寨县公安局")
                .paragraph("甲\u0000乙\u200b丙\ud800丁😀戊<b>&己</b>")
                .done();

        var text = PdfText.all(PRESS.pdf(document));

        assertThat(text).contains("甲乙丙丁〓戊<b>&己</b>");
    }

    @Test
    void every_page_is_a4_and_every_font_is_embedded() throws IOException {
        for (var pdf : new byte[][] {letter, form, list}) {
            try (var document = Loader.loadPDF(pdf)) {
                for (var page : document.getPages()) {
                    assertThat(page.getMediaBox().getWidth()).isCloseTo(595.28f, within(0.1f));
                    assertThat(page.getMediaBox().getHeight()).isCloseTo(841.89f, within(0.1f));
                }
                assertThat(PdfText.fonts(document)).isNotEmpty().allMatch(font -> font.isEmbedded());
                assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            }
        }
    }

    @Test
    void twenty_two_lines_of_twenty_eight_characters_fill_a_page() throws IOException {
        var line = "移送案件清单随案物品保存于县指定冷库封存编号移送情况报告";
        assertThat(line.length()).isEqualTo(28);
        var document = OfficialDocument.letter("函", "鹿寨县公安局")
                .title("页")
                .paragraph(line.repeat(60))
                .done();

        var pages = PdfText.pages(PRESS.pdf(document));

        var second = pages.get(1).lines().filter(l -> l.length() == 28).count();
        assertThat(second).isEqualTo(22);
    }

    @Test
    void the_head_of_a_long_list_is_repeated_on_every_page() throws IOException {
        var pages = PdfText.pages(list);

        assertThat(pages.size()).isBetween(7, 10);
        for (var page : pages.subList(0, pages.size() - 1)) {
            assertThat(PdfText.bare(page)).contains("序号名称规格型号数量单位货值（元）封存编号");
        }
        var numbers =
                IntStream.rangeClosed(1, 200).mapToObj("LZ-F-%04d"::formatted).collect(Collectors.toList());
        assertThat(PdfText.all(list)).contains(numbers);
    }

    @Test
    void page_numbers_stand_outside_and_the_first_page_of_a_letter_has_none() throws IOException {
        var pages = PdfText.pages(letter);

        assertThat(pages.get(0)).doesNotContain("— 1 —");
        assertThat(pages.get(1)).contains("— 2 —");
        assertThat(PdfText.pages(list).getFirst()).contains("— 1 —");
    }

    @Test
    void a_seal_is_promised_only_where_one_is_due() throws IOException {
        assertThat(PdfText.all(letter)).contains("（印章位置）样章无效");
        assertThat(PdfText.all(list)).doesNotContain("印章");
    }

    @Test
    void an_approval_that_is_not_given_yet_leaves_room_for_the_pen() throws IOException {
        assertThat(PdfText.pages(form)).hasSize(1);
        assertThat(PdfText.all(form)).contains("建议立案调查。", "签名：覃某2026年9月10日", "签名：年月日");
    }

    @Test
    void the_same_content_gives_the_same_bytes_from_any_thread() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var again = IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> PRESS.pdf(Samples.letter())))
                    .toList();

            for (var pressed : again) {
                assertThat(pressed.get()).isEqualTo(letter);
            }
        }
    }
}
