package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Viewer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tellers send who are in a hurry, on an old machine, or in another script: all without a line of script in the browser. */
@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicBadInputTest {
    private static final String TEXT = "码头旁边的仓库夜里有人卸货。";
    private static final String[] NO_FILES = {};
    private static final int MOST_BYTES = 60_000;
    private static final byte[] SOMETHING = {'a'};

    private final MockMvcTester web;
    private final Officers officers;
    private final TestAccounts accounts;
    private final Desk desk;
    private final Writing writing;
    private final Path zhuang;
    private Viewer duty = Filing.PLATFORM;

    PublicBadInputTest(
            MockMvcTester web,
            Officers officers,
            TestAccounts accounts,
            Desk desk,
            Writing writing,
            @Value("${daxietong.data}") Path data) {
        this.web = web;
        this.officers = officers;
        this.accounts = accounts;
        this.desk = desk;
        this.writing = writing;
        this.zhuang = data.resolve("report.za.txt");
    }

    @BeforeAll
    void officers() {
        duty = Holders.enrol(officers, accounts).duty();
    }

    private String page(String path) {
        var answer = web.get().uri(path).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return body(answer);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** As a browser sends the form: pairs of names and values, and the files under their names. */
    private MvcTestResult sends(String path, List<String> fields, byte[] content, String... files) {
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.size(); i += 2) {
            part(body, fields.get(i), "", fields.get(i + 1).getBytes(StandardCharsets.UTF_8));
        }
        for (var file : files) {
            part(body, "files", "; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream", content);
        }
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return web.post()
                .uri(path)
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=b"))
                .characterEncoding("UTF-8")
                .content(body.toByteArray())
                .exchange();
    }

    private static void part(ByteArrayOutputStream body, String name, String more, byte[] content) {
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult sends(String path, String... fields) {
        return sends(path, List.of(fields), SOMETHING, NO_FILES);
    }

    private static String code(MvcTestResult receipt) {
        assertThat(receipt).hasStatusOk();
        var code = Pattern.compile("receipt-code\"[^>]*>([0-9 ]+)<").matcher(body(receipt));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    /** What the duty officer reads of the newest tip-off. */
    private Told read() {
        officers.unlock(duty, TestAccounts.PASSWORD);
        return desk.letters(duty, newest()).orElseThrow().getFirst().told();
    }

    private UUID newest() {
        return writing.inTransaction(db -> db.sql(
                        "select id from matter.matter where kind = 'tipoff' order by length(number) desc, number desc limit 1")
                .query(UUID.class)
                .single());
    }

    private static List<String> received(String page) {
        return Pattern.compile("name=\"sent\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void an_empty_file_is_named_and_the_others_and_all_words_are_kept() {
        var refused = sends(
                "/report/new", List.of("manner", "anonymous", "text", TEXT, "word", "老榕树下"), new byte[0], "空的.txt");

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("“空的.txt”是空文件", "请换一个", TEXT, "老榕树下");
        assertThat(received(body(refused))).isEmpty();
    }

    @Test
    void a_file_field_left_empty_is_no_file() {
        var answer = sends("/report/new", List.of("manner", "anonymous", "text", TEXT + "甲"), new byte[0], "");

        code(answer);
        assertThat(read().files()).isEmpty();
    }

    @Test
    void of_201_files_200_are_kept_and_the_teller_is_told() {
        var names = java.util.stream.IntStream.rangeClosed(1, 201)
                .mapToObj(n -> n + ".txt")
                .toArray(String[]::new);

        var refused = sends("/report/new", List.of("manner", "anonymous", "text", TEXT + "乙"), SOMETHING, names);

        assertThat(refused).hasStatus(422);
        assertThat(body(refused))
                .contains("一次最多传 200 个文件", "凭回执码补充", TEXT, "已收到：200.txt")
                .doesNotContain("201.txt");
        var kept = received(body(refused));
        assertThat(kept).hasSize(200);
        var fields = new java.util.ArrayList<>(List.of("manner", "anonymous", "text", TEXT + "乙"));
        kept.forEach(file -> Collections.addAll(fields, "sent", file));
        var oneMore = new java.util.ArrayList<>(fields);
        Collections.addAll(oneMore, "sent", kept.getFirst().replace(":1.txt", ":201.txt"));

        var byScript = sends("/report/new", oneMore, SOMETHING, NO_FILES);
        assertThat(byScript).hasStatus(422);
        assertThat(body(byScript)).contains("一次最多传 200 个文件");
        var sentAgain = sends("/report/new", fields, SOMETHING, NO_FILES);

        assertThat(body(sentAgain)).contains("一起收到 200 个文件");
        assertThat(read().files()).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "夜里三点🚚🛢️有人卸货👨‍👩‍👧，𠮷野家旁边",
                "Aen cangh gyangj hwnz miz vunz roengz huq, mbouj miz bik",
                "ꆈꌠꁱꂷ ꊨꏦꏱꅉ ꉬꄒꃀ",
                "<script>alert(1)</script> & \"引号\" 'x' ${a} {{b}} \\ %00 第一行\n第二行"
            })
    void every_script_reaches_the_officer_as_it_was_written(String text) {
        code(sends("/report/new", "manner", "anonymous", "text", text, "place", text.substring(0, 8)));

        assertThat(read().text())
                .startsWith(text)
                .contains("地点：" + text.substring(0, 8).strip());
        var shown = body(web.get()
                .uri("/tipoffs/" + newest())
                .with(TestAccounts.as(duty))
                .exchange());
        assertThat(shown)
                .contains(text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .split("\n")[0])
                .doesNotContain("<script>alert");
    }

    @Test
    void a_blank_form_names_every_fault_and_a_form_without_the_main_thing_keeps_all_the_rest() {
        var blank = sends("/report/new");
        var rest = sends(
                "/report/new",
                "text",
                "",
                "about",
                "officials",
                "place",
                "寨沙镇旧糖厂",
                "goods",
                "冻鸡爪三吨",
                "name",
                "韦某某",
                "contact",
                "乙号\"电话\"",
                "word",
                "门前老榕树",
                "ticket",
                "123456789012345678901234567890123456",
                "mode",
                "elder");

        assertThat(blank).hasStatus(422);
        assertThat(body(blank)).contains("请选择怎样举报", "几句话就可以");
        assertThat(rest).hasStatus(422);
        assertThat(body(rest))
                .contains(
                        "请选择怎样举报",
                        "几句话就可以",
                        "寨沙镇旧糖厂",
                        "冻鸡爪三吨",
                        "韦某某",
                        "乙号&#34;电话&#34;",
                        "门前老榕树",
                        "123456789012345678901234567890123456",
                        "data-mode=\"elder\"");
        assertThat(body(rest)).containsPattern("value=\"officials\"[^>]*checked");
    }

    @Test
    void an_answer_with_an_empty_file_or_with_nothing_at_all_keeps_the_conversation() {
        var code = code(sends("/report/new", "manner", "anonymous", "text", TEXT + "丙", "word", "老榕树下"));

        var nothing = sends("/report/answer", "code", code, "word", "老榕树下");
        var empty =
                sends("/report/answer", List.of("code", code, "word", "老榕树下", "text", "补充一句"), new byte[0], "空的.jpg");

        assertThat(body(nothing)).contains("请写几句话，或者选择文件");
        assertThat(body(empty)).contains("“空的.jpg”是空文件", "补充一句</textarea>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report", "/report/new", "/report/status", "/report/hotline"})
    void a_page_with_its_style_is_light_and_works_without_script(String path) throws IOException {
        for (var mode : List.of("", "?mode=elder", "?mode=contrast")) {
            var page = page(path + mode);
            var style = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"").matcher(page);
            assertThat(style.find()).isTrue();
            var css = web.get().uri(style.group(1)).exchange();
            assertThat(css).hasStatusOk();

            assertThat(page.getBytes(StandardCharsets.UTF_8).length
                            + css.getResponse().getContentAsByteArray().length)
                    .as("bytes of " + path)
                    .isLessThan(MOST_BYTES);
            assertThat(style.find()).as("one style").isFalse();
            assertThat(page).doesNotContain("<img", "hx-", "http://", "https://", "<style", " style=");
            for (var form : page.split("<form")) {
                assertThat(form.startsWith(" ") && !form.contains("action=\"/report"))
                        .as("a form without an address of its own")
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"elder", "contrast"})
    void the_chosen_way_of_showing_goes_along_from_page_to_page_without_a_cookie(String mode) {
        for (var path : List.of("/report", "/report/new", "/report/status", "/report/hotline", "/report/za")) {
            var page = page(path + "?mode=" + mode);

            assertThat(page).as(path).contains("data-mode=\"" + mode + "\"");
            assertThat(Pattern.compile("href=\"(/report[^\"]*)\"").matcher(page).results())
                    .as(path)
                    .allSatisfy(link -> assertThat(link.group(1)).endsWith("mode=" + mode));
            assertThat(page.split("<form", -1).length)
                    .as("each form of " + path + " takes it along")
                    .isEqualTo(page.split("name=\"mode\" value=\"" + mode + "\"", -1).length);
        }

        assertThat(body(sends("/report/status", "mode", mode, "code", "12"))).contains("data-mode=\"" + mode + "\"");
        var receipt = sends("/report/new", "mode", mode, "manner", "anonymous", "text", TEXT + mode);
        assertThat(body(receipt)).contains("data-mode=\"" + mode + "\"");
        var standing = sends("/report/status", "mode", mode, "code", code(receipt));
        assertThat(body(standing)).contains("data-mode=\"" + mode + "\"");
    }

    @Test
    void an_unknown_way_of_showing_is_the_usual_one() {
        assertThat(page("/report?mode=%22%3E%3Cscript%3E"))
                .contains("data-mode=\"standard\"")
                .doesNotContain("\"><script>");
    }

    @Test
    void a_hotline_reads_the_code_aloud_and_asks_which_hotline_it_is() {
        assertThat(page("/report/hotline")).contains("请先念给来电人听", "12345", "12315", "12313");

        var unknown = sends("/report/new", "via", "10086", "manner", "anonymous", "text", TEXT + "丁");
        var receipt = sends("/report/new", "via", "12315", "manner", "anonymous", "text", TEXT + "丁");

        assertThat(unknown).hasStatus(422);
        assertThat(body(unknown)).contains("请选择来电的热线", TEXT, "热线代填");
        var groups = code(receipt).split(" ");
        assertThat(body(receipt)).contains("请念给来电人", "不要抄录").doesNotContain("<img");
        assertThat(groups).hasSize(9);
        for (var group : groups) {
            assertThat(body(receipt)).contains("<li>" + aloud(group) + "</li>");
        }
    }

    private static String aloud(String digits) {
        var spoken = new StringBuilder();
        digits.chars().forEach(d -> spoken.append("零幺二三四五六七八九".charAt(d - '0')));
        return spoken.toString();
    }

    @Test
    void the_page_in_zhuang_is_there_once_its_text_is_and_until_then_the_chinese_one() throws IOException {
        assertThat(page("/report/za")).contains("举报走私</h1>", "12345");
        assertThat(page("/report")).doesNotContain("/report/za");

        Files.writeString(zhuang, "Vahcuengh <b>\n\nDoenh daihngeih\n");
        try {
            assertThat(page("/report")).contains("/report/za?mode=standard", "lang=\"za\"");
            assertThat(page("/report/za"))
                    .contains("lang=\"za\"", "<h1>Vahcuengh &lt;b&gt;</h1>", "<p>Doenh daihngeih</p>", "返回中文");

            Files.writeString(zhuang, "x".repeat(50_000));
            assertThat(page("/report/za")).as("too long to be one").contains("举报走私</h1>");
            Files.write(zhuang, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
            assertThat(page("/report/za")).as("not a text").contains("举报走私</h1>");
            Files.writeString(zhuang, " \n\n");
            assertThat(page("/report/za")).as("blank").contains("举报走私</h1>");
        } finally {
            Files.delete(zhuang);
        }
    }

    @Test
    void the_public_pages_set_no_cookie() {
        for (var path : new String[] {"/report", "/report/new", "/report/status"}) {
            assertThat(web.get().uri(path).exchange().getResponse().getHeaders("Set-Cookie"))
                    .isEmpty();
        }
        assertThat(sends("/report/new", "manner", "anonymous", "text", TEXT)
                        .getResponse()
                        .getHeaders("Set-Cookie"))
                .isEmpty();
    }
}
