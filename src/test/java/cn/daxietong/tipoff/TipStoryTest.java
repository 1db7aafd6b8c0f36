package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TipStoryTest {
    private static final String TEXT = "寨沙镇旧糖厂后面的冷库，我亲眼看见夜里往里搬没有标签的冻鸡爪。";
    private static final String WORD = "门前老榕树";

    private final MockMvcTester web;
    private final Writing writing;
    private final TestAccounts accounts;
    private Viewer duty;
    private Viewer custodian;
    private Viewer elsewhere;

    private final Desk desk;
    private final TipFiles files;

    private final java.nio.file.Path data;

    TipStoryTest(
            MockMvcTester web,
            Writing writing,
            TestAccounts accounts,
            Desk desk,
            TipFiles files,
            @org.springframework.beans.factory.annotation.Value("${daxietong.data}") java.nio.file.Path data) {
        this.data = data;
        this.web = web;
        this.writing = writing;
        this.accounts = accounts;
        this.desk = desk;
        this.files = files;
    }

    @BeforeAll
    void officers() {
        var prosecutor = enrolled("U05", Post.HEAD);
        desk(
                prosecutor,
                "/tipoffs/keys/confirm",
                "account",
                enrolled("U09", Post.HEAD).account().value());
        duty = enrolled("OFFICE", Post.HANDLER);
        custodian = enrolled("U09", Post.HANDLER);
        desk(prosecutor, "/tipoffs/keys/confirm", "account", duty.account().value());
        desk(prosecutor, "/tipoffs/keys/confirm", "account", custodian.account().value());
        elsewhere = accounts.some("U17", Post.HANDLER);
    }

    private Viewer enrolled(String unit, Post post) {
        var viewer = accounts.some(unit, post);
        assertThat(desk(viewer, "/tipoffs/keys", "password", TestAccounts.PASSWORD))
                .hasStatus3xxRedirection();
        return viewer;
    }

    private MvcTestResult desk(Viewer viewer, String path, String... parameters) {
        var request = web.post().uri(path).with(csrf()).with(TestAccounts.as(viewer));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private String page(Viewer viewer, String path) {
        return body(web.get().uri(path).with(TestAccounts.as(viewer)).exchange());
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** As a browser sends a form with files, without script. */
    private MvcTestResult sends(String path, Map<String, String> fields, byte[]... files) {
        var body = new java.io.ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        for (var file : files) {
            body.writeBytes(
                    "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return web.post()
                .uri(path)
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=b"))
                .content(body.toByteArray())
                .exchange();
    }

    private String told(Map<String, String> fields) {
        var answer = sends("/report/new", fields);
        assertThat(answer).hasStatusOk();
        var code = Pattern.compile("receipt-code\"[^>]*>([0-9 ]+)<").matcher(body(answer));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private UUID newest() {
        return writing.inTransaction(db -> db.sql(
                        "select id from matter.matter where kind = 'tipoff' order by length(number) desc, number desc limit 1")
                .query(UUID.class)
                .single());
    }

    private String standing(String code, String word) {
        return body(sends("/report/status", Map.of("code", code, "word", word)));
    }

    @Test
    void a_tip_off_is_read_answered_and_handed_on_without_its_teller() {
        var code = told(Map.of("manner", "anonymous", "text", TEXT, "word", WORD));
        var id = newest();

        assertThat(standing(code, "")).contains("待受理").doesNotContain("来往");
        desk(duty, "/tipoffs/" + id + "/lock");
        assertThat(page(duty, "/tipoffs/" + id)).contains("打开密钥").doesNotContain("鸡爪");
        desk(duty, "/tipoffs/" + id + "/unlock", "password", TestAccounts.PASSWORD);
        assertThat(page(duty, "/tipoffs/" + id)).contains(TEXT);

        desk(duty, "/tipoffs/" + id + "/write", "text", "请问是哪几天看见的？");
        assertThat(standing(code, WORD)).contains("请问是哪几天看见的");
        assertThat(standing(code, "不是这个词")).contains("没有查到").doesNotContain("请问");
        assertThat(body(sends("/report/answer", Map.of("code", code, "word", WORD, "text", "上个星期二和星期四"))))
                .contains("已送达");
        assertThat(page(duty, "/tipoffs/" + id)).contains("上个星期二和星期四");

        desk(duty, "/matters/" + id + "/actions/accept?once=" + UUID.randomUUID());
        assertThat(page(duty, "/tipoffs/" + id)).contains("转为线索");
        var warned = desk(duty, "/tipoffs/" + id + "/lead", "title", "旧糖厂冷库冻品", "description", "举报人" + TEXT);
        assertThat(body(warned)).contains("有可能暴露举报人", "原话", "我");
        desk(duty, "/tipoffs/" + id + "/lead", "title", "旧糖厂冷库冻品", "description", "该冷库有无标识冻品进出，请核查。");

        assertThat(standing(code, "")).contains("核查中");
        assertThat(page(duty, "/matters/" + id)).contains("旧糖厂冷库冻品");
    }

    @Test
    void an_identity_is_opened_by_two_units_together_once_and_with_an_entry_in_the_ledger() {
        told(Map.of("manner", "named", "text", TEXT, "name", "韦某某", "contact", "13800000000", "word", WORD));
        var id = newest();
        desk(duty, "/tipoffs/" + id + "/unlock", "password", TestAccounts.PASSWORD);
        assertThat(page(duty, "/tipoffs/" + id)).contains(TEXT).doesNotContain("韦某某");
        assertThat(desk(duty, "/tipoffs/" + id + "/identity")).hasStatus(409);

        desk(duty, "/matters/" + id + "/actions/ask_identity?once=" + UUID.randomUUID(), "reason", "需当面核实");
        desk(custodian, "/tipoffs/" + id + "/unlock", "password", TestAccounts.PASSWORD);
        assertThat(page(custodian, "/tipoffs/" + id)).contains("需当面核实").doesNotContain("鸡爪", "韦某某");
        desk(custodian, "/tipoffs/" + id + "/allow");

        assertThat(body(desk(duty, "/tipoffs/" + id + "/identity"))).contains("韦某某", "13800000000");
        assertThat(page(duty, "/matters/" + id)).contains("打开身份信封");
        assertThat(desk(duty, "/tipoffs/" + id + "/identity")).hasStatus(409);
    }

    @Test
    void a_request_that_was_dropped_takes_the_lent_half_back_and_leaves_the_way_free() {
        told(Map.of("manner", "named", "text", TEXT, "name", "韦某某", "contact", "13800000000"));
        var id = newest();
        desk(duty, "/tipoffs/" + id + "/unlock", "password", TestAccounts.PASSWORD);
        desk(duty, "/matters/" + id + "/actions/ask_identity?once=" + UUID.randomUUID(), "reason", "需当面核实");
        desk(custodian, "/tipoffs/" + id + "/unlock", "password", TestAccounts.PASSWORD);
        desk(custodian, "/tipoffs/" + id + "/allow");

        desk(duty, "/matters/" + id + "/actions/drop_request?once=" + UUID.randomUUID(), "reason", "不需要了");

        assertThat(desk(duty, "/tipoffs/" + id + "/identity")).hasStatus(409);
        assertThat(writing.<Integer>inTransaction(
                        db -> db.sql("""
                        select count(*) from tipoff.share s join tipoff.key_pair k on k.id = s.key_id
                         where s.matter_id = ? and s.half = 2 and k.part = 'duty'
                        """).param(id).query(Integer.class).single()))
                .isZero();
        assertThat(page(duty, "/matters/" + id)).contains("申请查看举报人身份");
    }

    @Test
    void files_are_given_out_as_clean_copies_and_go_with_the_lead_only_as_such() throws Exception {
        var photo = Pictures.withSecret();
        sends("/report/new", Map.of("manner", "anonymous", "text", TEXT), photo, Pictures.ARCHIVE);
        var id = newest();
        desk(duty, "/tipoffs/" + id + "/unlock", "password", TestAccounts.PASSWORD);
        var files = Pattern.compile("/files/([0-9a-f-]{36})")
                .matcher(page(duty, "/tipoffs/" + id))
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(files).hasSize(2);
        var copy = web.get()
                .uri("/tipoffs/" + id + "/files/" + files.getFirst())
                .with(TestAccounts.as(duty))
                .exchange();

        assertThat(copy)
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(copy.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(copy.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(copy.getResponse().getContentType()).isEqualTo("image/jpeg");
        assertThat(new String(copy.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Pictures.SECRET);
        assertThat(page(duty, "/tipoffs/" + id + "/files/" + files.getLast())).contains("压缩包", "清单.txt");
        assertThat(looks(id)).contains("tipoff_file");

        desk(duty, "/matters/" + id + "/actions/accept?once=" + UUID.randomUUID());
        var both = desk(
                duty,
                "/tipoffs/" + id + "/lead",
                "title",
                "旧糖厂冷库冻品",
                "description",
                "该冷库有无标识冻品进出。",
                "copies",
                files.getFirst(),
                "copies",
                files.getLast());
        assertThat(body(both)).contains("没有净化副本，请不要勾选", "旧糖厂冷库冻品");
        assertThat(desk(
                        duty,
                        "/tipoffs/" + id + "/lead",
                        "title",
                        "旧糖厂冷库冻品",
                        "description",
                        "该冷库有无标识冻品进出。",
                        "copies",
                        files.getFirst()))
                .hasStatus3xxRedirection();

        var lead = writing.inTransaction(
                db -> db.sql("select id from matter.matter where kind = 'lead' order by number desc limit 1")
                        .query(UUID.class)
                        .single());
        assertThat(page(duty, "/matters/" + lead)).contains("举报材料1.jpg");
        assertThat(names(lead)).containsExactly("举报材料1.jpg");
        assertThat(names(id)).isEmpty();
        var original =
                desk.letters(duty, id).orElseThrow().getFirst().told().files().getFirst();
        assertThat(this.files.bytes(original)).isEqualTo(photo);
    }

    private java.util.List<String> names(UUID matter) {
        return writing.inTransaction(db -> db.sql(
                        "select f.name from attachment.link l join attachment.file f on f.id = l.file where l.matter = ?")
                .param(matter)
                .query(String.class)
                .list());
    }

    private java.util.List<String> looks(UUID matter) {
        return writing.inTransaction(db -> db.sql("select purpose from matter.reading where matter_id = ?")
                .param(matter)
                .query(String.class)
                .list());
    }

    @Test
    void nobody_without_open_keys_of_the_letter_is_given_a_copy() throws Exception {
        sends(
                "/report/new",
                Map.of("manner", "named", "text", TEXT, "name", "韦某某", "contact", "1"),
                Pictures.withSecret());
        var id = newest();
        desk(duty, "/tipoffs/" + id + "/unlock", "password", TestAccounts.PASSWORD);
        var file = Pattern.compile("/files/([0-9a-f-]{36})").matcher(page(duty, "/tipoffs/" + id));
        assertThat(file.find()).isTrue();
        var path = "/tipoffs/" + id + file.group();

        assertThat(web.get().uri(path).with(TestAccounts.as(elsewhere)).exchange())
                .hasStatus(404);
        assertThat(web.get()
                        .uri("/tipoffs/" + id + "/files/" + UUID.randomUUID())
                        .with(TestAccounts.as(duty))
                        .exchange())
                .hasStatus(404);
        assertThat(web.get().uri(path).exchange().getResponse().getContentType())
                .isNotEqualTo("image/jpeg");
        desk(duty, "/matters/" + id + "/actions/ask_identity?once=" + UUID.randomUUID(), "reason", "需当面核实");
        desk(custodian, "/tipoffs/" + id + "/unlock", "password", TestAccounts.PASSWORD);
        assertThat(web.get().uri(path).with(TestAccounts.as(custodian)).exchange())
                .hasStatus(404);
        desk(duty, "/tipoffs/" + id + "/lock");
        assertThat(body(web.get().uri(path).with(TestAccounts.as(duty)).exchange()))
                .contains("密钥未打开");
    }

    @Test
    void likenesses_are_looked_for_when_asked_and_only_by_whose_keys_are_open() {
        told(Map.of("manner", "anonymous", "text", "柳城路口的面包车在卖柴油，车牌桂BX7731。"));
        var first = newest();
        told(Map.of("manner", "anonymous", "text", "又是那辆桂BX7731，停在柳城路口加油。"));
        var second = newest();
        desk(duty, "/tipoffs/" + second + "/unlock", "password", TestAccounts.PASSWORD);

        assertThat(page(duty, "/tipoffs/" + second)).contains("和先前的举报比对").doesNotContain("可能是重复举报");
        assertThat(page(duty, "/tipoffs/" + second + "?alike=true"))
                .contains("可能是重复举报", "/tipoffs/" + first + "\"", "相似 100%");
        desk(duty, "/tipoffs/" + second + "/lock");
        assertThat(page(duty, "/tipoffs/" + second + "?alike=true"))
                .contains("打开密钥")
                .doesNotContain("相似 100%");
    }

    @Test
    void whose_time_was_lengthened_is_told_so_and_reads_why_with_the_word() {
        var code = told(Map.of("manner", "anonymous", "text", TEXT, "word", WORD));
        var id = newest();
        var head = accounts.some("OFFICE", Post.HEAD);
        desk(duty, "/matters/" + id + "/actions/accept?once=" + UUID.randomUUID());

        desk(duty, "/matters/" + id + "/actions/extend_time?once=" + UUID.randomUUID(), "reason", "待外地协查");
        assertThat(standing(code, "")).doesNotContain("延长");
        desk(head, "/matters/" + id + "/actions/extend_time?once=" + UUID.randomUUID(), "reason", "待外地协查");

        assertThat(standing(code, "")).contains("办理期限经批准延长了三十日").doesNotContain("待外地协查");
        assertThat(standing(code, WORD)).contains("延长办理期限告知书", "待外地协查", "前办结并答复您");
        assertThat(page(head, "/matters/" + id)).contains("延长办理期限告知书");
    }

    @Test
    void pieces_are_counted_on_from_where_they_stand_and_anew_where_the_file_was_torn() throws Exception {
        var id = UUID.randomUUID();
        var key = new byte[32];
        for (int place = 0; place < 3; place++) {
            files.append(id, key, place, new byte[] {(byte) place});
        }
        files.append(id, key, 1, new byte[] {9});

        assertThat(files.pieces(id)).isEqualTo(3);
        var file = data.resolve("tipoff").resolve(id.toString());
        var all = java.nio.file.Files.readAllBytes(file);
        java.nio.file.Files.write(file, java.util.Arrays.copyOf(all, all.length - 1));
        assertThat(files.pieces(id)).isEqualTo(2);
        files.append(id, key, 2, new byte[] {2});
        assertThat(files.bytes(
                        new TellersFile(id, "a", java.util.Base64.getEncoder().encodeToString(key), 3)))
                .containsExactly(0, 1, 2);
        files.discard(id);
        assertThat(files.pieces(id)).isZero();
    }

    @Test
    void nobody_else_learns_that_there_is_a_tip_off() {
        told(Map.of("manner", "anonymous", "text", TEXT));
        var id = newest();

        for (var path : new String[] {"/tipoffs/" + id, "/matters/" + id}) {
            assertThat(web.get().uri(path).with(TestAccounts.as(elsewhere)).exchange())
                    .hasStatus(404);
        }
        assertThat(desk(elsewhere, "/tipoffs/" + id + "/write", "text", "x")).hasStatus(404);
        assertThat(page(elsewhere, "/matters?kind=tipoff")).doesNotContain(id.toString());
    }

    @Test
    void what_is_wrong_is_named_at_once_and_nothing_typed_is_lost() {
        var answer = sends("/report/new", Map.of("manner", "named", "text", "短", "place", "寨沙镇", "word", "一"));

        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("几句话就可以", "实名举报请写姓名", "暗语至少", "寨沙镇");
    }

    @Test
    void a_code_that_is_wrong_mistyped_or_none_at_all_is_answered_alike() {
        var typed = ReceiptCode.fresh().spoken();
        var wrong = standing(typed, "");
        var mistyped = standing("1234", "");

        assertThat(wrong).isEqualTo(mistyped.replace("1234", typed)).contains("没有查到");
    }
}
