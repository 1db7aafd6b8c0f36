package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.attachment.AttachmentRef;
import cn.daxietong.attachment.Attachments;
import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Viewer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A book is ordered by one click, watched, taken away, and holds everything in order, whatever state the attachments are in. */
@PlatformTest
class CasebookStoryTest {
    private final MockMvcTester web;
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final Attachments attachments;

    CasebookStoryTest(MockMvcTester web, Writing writing, Clock clock, Attachments attachments) {
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
        this.attachments = attachments;
    }

    private AttachmentRef upload(String name, byte[] content) throws IOException {
        return attachments.receive(cast.handler("U12"), name, new ByteArrayInputStream(content));
    }

    private String transferWith(List<AttachmentRef> files) {
        var market = cast.handler("U12");
        var kase = stories.aCase("U12", "成卷的案件", Stories.REACHED);
        client.act(market, kase, "file");
        client.act(
                market,
                kase,
                "propose_transfer",
                "{\"target_unit\":\"U08\",\"officers\":" + cast.officers("U12") + ",\"report\":\"涉嫌犯罪，建议移送\"}");
        client.act(cast.head("U12"), kase, "approve_transfer");
        var transfer = client.linked(market, kase, "transfer");
        var materials = new ArrayList<>(List.of(
                "{\"kind\":\"investigation_report\",\"copies\":1}", "{\"kind\":\"inspection_report\",\"copies\":1}"));
        files.forEach(f ->
                materials.add("{\"kind\":\"other\",\"title\":\"" + f.name() + "\",\"attachment\":\"" + f.id() + "\"}"));
        client.act(market, transfer, "send", "{\"materials\":[" + String.join(",", materials) + "]}");
        return transfer;
    }

    private MockHttpServletResponse get(Viewer viewer, String path) {
        return web.get().uri(path).with(TestAccounts.as(viewer)).exchange().getResponse();
    }

    private MockHttpServletResponse post(Viewer viewer, String path, String... parameters) {
        var request =
                web.post().uri(path).with(TestAccounts.as(viewer)).with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange().getResponse();
    }

    private String ordered(Viewer viewer, String matter, String... parameters) {
        var answer = post(viewer, "/matters/" + matter + "/casebook", parameters);
        assertThat(answer.getStatus()).isBetween(302, 303);
        return String.valueOf(answer.getHeader("Location"));
    }

    /** As a person does who looks again and again. */
    private String finished(Viewer viewer, String book) throws Exception {
        for (int i = 0; i < 600; i++) {
            var answer = get(viewer, book);
            assertThat(answer.getStatus()).isEqualTo(200);
            if (answer.getHeader("Refresh") == null) {
                return answer.getContentAsString(StandardCharsets.UTF_8);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the book is never done");
    }

    private byte[] book(Viewer viewer, String matter, String... parameters) throws Exception {
        var book = ordered(viewer, matter, parameters);
        assertThat(finished(viewer, book)).contains("案卷已完成");
        var answer = get(viewer, book + "/file");
        assertThat(answer.getStatus()).isEqualTo(200);
        var keep = System.getProperty("daxietong.keep");
        if (keep != null) {
            Files.write(Path.of(keep, "book-" + System.nanoTime() + ".pdf"), answer.getContentAsByteArray());
        }
        return answer.getContentAsByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    private static List<String> bookmarks(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var titles = new ArrayList<String>();
            document.getDocumentCatalog().getDocumentOutline().children().forEach(item -> titles.add(item.getTitle()));
            return titles;
        }
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLUE);
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] pdf(int pages, int rotation) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage();
                page.setRotation(rotation);
                document.addPage(page);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void everything_is_bound_in_order_and_what_no_longer_opens_has_a_slip_sheet_that_says_so() throws Exception {
        var photo = upload("现场照片.jpg", picture("jpg", 800, 600));
        var screen = upload("截图.png", picture("png", 300, 900));
        var report = upload("鉴定意见.pdf", pdf(3, 90));
        var rotten = upload("损坏.pdf", pdf(2, 0));
        var broken = upload("打不开.pdf", "%PDF-1.4\nnothing more".getBytes(StandardCharsets.US_ASCII));
        var lost = upload("丢失.png", picture("png", 50, 50));
        var note = upload("说明.txt", "文字说明".getBytes(StandardCharsets.UTF_8));
        var transfer = transferWith(List.of(photo, screen, report, rotten, broken, lost, note));
        Files.write(attachments.path(rotten), "garbage".getBytes(StandardCharsets.US_ASCII));
        Files.delete(attachments.path(lost));

        var pdf = book(cast.handler("U08"), transfer);

        assertThat(bookmarks(pdf))
                .startsWith("封面", "卷内目录", "涉嫌犯罪案件移送书")
                .containsSubsequence(
                        "现场照片.jpg",
                        "截图.png",
                        "鉴定意见.pdf",
                        "损坏.pdf",
                        "打不开.pdf",
                        "丢失.png",
                        "说明.txt",
                        "办理和查阅记录",
                        "卷内文件校验值");
        assertThat(text(pdf))
                .contains("与上传时的校验值不符")
                .contains("该附件打不开（文件已损坏、加密或缺失）")
                .contains("不是图片或PDF，不能成页")
                .contains(note.content().sm3())
                .contains("谁在何时办理了什么")
                .contains("移送");
        assertThat(get(cast.handler("U08"), "/api/v1/matters/" + transfer + "/access")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("casebook");
    }

    @Test
    void the_contents_name_the_page_on_which_each_thing_is() throws Exception {
        var transfer = transferWith(List.of(upload("五页.pdf", pdf(5, 0)), upload("随后.txt", new byte[] {65})));

        var pdf = book(cast.handler("U12"), transfer);

        try (var document = Loader.loadPDF(pdf)) {
            var lines = new PDFTextStripper().getText(document).lines().toList();
            var contents =
                    lines.stream().filter(l -> l.contains("五页.pdf")).findFirst().orElseThrow();
            var first = Integer.parseInt(contents.replaceAll(".*?(\\d+)–(\\d+).*", "$1"));
            var outline = new ArrayList<String>();
            document.getDocumentCatalog().getDocumentOutline().children().forEach(i -> outline.add(i.getTitle()));
            int at = -1;
            for (var item : document.getDocumentCatalog().getDocumentOutline().children()) {
                if (item.getTitle().equals("五页.pdf")) {
                    at = document.getPages().indexOf(item.findDestinationPage(document));
                }
            }
            var stripper = new PDFTextStripper();
            stripper.setStartPage(at + 1);
            stripper.setEndPage(at + 1);
            assertThat(stripper.getText(document).strip()).isEqualTo(Integer.toString(first));
        }
    }

    @Test
    void a_form_that_was_issued_again_is_marked_in_the_contents() throws Exception {
        var kase = stories.aCase("U12", "重复出具的案件", Stories.SMALL);
        client.act(cast.handler("U12"), kase, "file");
        client.act(cast.head("U12"), kase, "countersign_filing");

        assertThat(text(book(cast.handler("U12"), kase))).containsOnlyOnce("（已由后一份取代）");
    }

    @Test
    void a_chosen_part_holds_that_and_nothing_else() throws Exception {
        var wanted = upload("要的.txt", new byte[] {66});
        var other = upload("不要的.txt", new byte[] {67});
        var transfer = transferWith(List.of(wanted, other));

        var pdf = book(
                cast.handler("U12"),
                transfer,
                "scope",
                "some",
                "chosen",
                wanted.id().toString());

        assertThat(bookmarks(pdf)).containsExactly("封面", "卷内目录", "要的.txt", "办理和查阅记录", "卷内文件校验值");
        assertThat(text(pdf)).doesNotContain("不要的.txt");
        assertThat(post(cast.handler("U12"), "/matters/" + transfer + "/casebook", "scope", "some")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("请勾选要装入案卷的文书或附件");
    }

    @Test
    void an_ofd_book_is_made_too() throws Exception {
        var transfer = transferWith(List.of());

        var ofd = book(cast.handler("U12"), transfer, "format", "ofd");

        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(ofd))) {
            var names = new ArrayList<String>();
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
            assertThat(names.stream().collect(Collectors.joining(" ")))
                    .contains("OFD.xml")
                    .contains("Page_0");
        }
    }

    @Test
    void what_is_linked_to_a_case_is_a_chapter_of_its_book() throws Exception {
        var market = cast.handler("U12");
        var kase = stories.aCase("U12", "一案一卷", Stories.REACHED);
        client.act(market, kase, "file");
        client.act(
                market,
                kase,
                "propose_transfer",
                "{\"target_unit\":\"U08\",\"officers\":" + cast.officers("U12") + ",\"report\":\"涉嫌犯罪，建议移送\"}");
        client.act(cast.head("U12"), kase, "approve_transfer");
        var transfer = client.linked(market, kase, "transfer");
        client.act(
                market,
                transfer,
                "send",
                "{\"materials\":[{\"kind\":\"investigation_report\",\"copies\":1},{\"kind\":\"inspection_report\",\"copies\":1}]}");

        var form = get(market, "/matters/" + kase + "/casebook").getContentAsString(StandardCharsets.UTF_8);
        var pdf = book(market, kase, "linked", transfer);

        assertThat(form).contains("name=\"linked\" value=\"" + transfer + "\"");
        assertThat(bookmarks(pdf))
                .anyMatch(title -> title.startsWith("移送　"))
                .filteredOn(title -> title.startsWith("办理和查阅记录（"))
                .hasSize(2);
        assertThat(text(pdf)).contains("并入").contains("次").doesNotContain("版）");
        assertThat(get(market, "/api/v1/matters/" + transfer + "/access").getContentAsString(StandardCharsets.UTF_8))
                .contains("casebook");
    }

    @Test
    void a_matter_that_is_not_linked_or_not_theirs_is_no_chapter() {
        var market = cast.handler("U12");
        var kase = stories.aCase("U12", "本卷的案件", Stories.REACHED);
        var unlinked = stories.aCase("U12", "没有关联的案件", Stories.REACHED);
        var foreign = stories.aCase("U14", "别的单位的案件", Stories.REACHED);

        for (var other : List.of(unlinked, foreign, java.util.UUID.randomUUID().toString())) {
            assertThat(post(market, "/matters/" + kase + "/casebook", "linked", other)
                            .getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void nobody_else_orders_watches_or_takes_a_book() throws Exception {
        var transfer = transferWith(List.of());
        var market = cast.handler("U12");
        var book = ordered(market, transfer);
        finished(market, book);

        for (var stranger : List.of(cast.handler("U07"), cast.in("U12", cn.daxietong.shared.Post.SYSTEM_ADMIN))) {
            assertThat(get(stranger, "/matters/" + transfer + "/casebook").getStatus())
                    .isEqualTo(404);
            assertThat(post(stranger, "/matters/" + transfer + "/casebook").getStatus())
                    .isEqualTo(404);
            assertThat(get(stranger, book).getStatus()).isEqualTo(404);
            assertThat(get(stranger, book + "/file").getStatus()).isEqualTo(404);
        }
        // The police see the transfer, but this book was made with the eyes of the market regulation bureau.
        assertThat(get(cast.handler("U08"), "/matters/" + transfer + "/casebook")
                        .getStatus())
                .isEqualTo(200);
        assertThat(get(cast.handler("U08"), book).getStatus()).isEqualTo(404);
        assertThat(get(cast.handler("U08"), book + "/file").getStatus()).isEqualTo(404);
    }
}
