package cn.daxietong;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.attachment.Attachments;
import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Replay;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 回避 on the whole platform: whoever stands aside neither acts nor looks, at the matter and at what comes of it; everybody else goes on. */
@PlatformTest
class RecusalStoryTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;
    private final MockMvcTester web;
    private final Reading reading;
    private final Writing writing;
    private final Replay replay;
    private final Attachments attachments;
    private final Viewer officer;
    private final Viewer colleague;
    private final Viewer head;

    RecusalStoryTest(
            MockMvcTester web, Writing writing, Reading reading, Replay replay, Clock clock, Attachments attachments) {
        this.attachments = attachments;
        this.web = web;
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
        this.reading = reading;
        this.writing = writing;
        this.replay = replay;
        this.officer = cast.in("U12", Post.HANDLER);
        this.colleague = cast.handler("U12");
        this.head = cast.head("U12");
    }

    private String applied(String about) {
        return client.open(officer, "recusal", """
                {"about":"%s","officer":"%s","source":"oneself","reason":"当事人是本人的表弟"}
                """.formatted(about, officer.account()));
    }

    private String granted(String about) {
        var recusal = applied(about);
        client.act(head, recusal, "grant", "{\"successor\":\"" + colleague.account() + "\",\"reason\":\"属实，应当回避\"}");
        return recusal;
    }

    private String aCase(String title) {
        return stories.aCase("U12", title, Stories.REACHED);
    }

    private List<String> listed(Viewer viewer, String query) {
        return client.get(viewer, "/api/v1/matters?limit=200" + query)
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(m -> m.path("id").asString())
                .toList();
    }

    private List<String> todos(Viewer viewer) {
        return client.get(viewer, "/api/v1/worklist?limit=200")
                .is(200)
                .json()
                .path("items")
                .valueStream()
                .map(t -> t.path("matter").asString())
                .toList();
    }

    private String text(Viewer viewer, String path) {
        var bytes = web.get()
                .uri(path)
                .with(TestAccounts.as(viewer))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return new String(bytes, UTF_8);
    }

    @Test
    void from_application_to_lifting_with_a_decision_on_paper() {
        var kase = aCase("表弟的案件");

        var recusal = applied(kase);
        var before = client.see(officer, kase);
        var decided =
                client.act(head, recusal, "grant", "{\"successor\":\"" + colleague.account() + "\",\"reason\":\"属实\"}");
        var paper = client.get(
                officer,
                "/api/v1/matters/" + recusal + "/documents/"
                        + decided.path("documents").get(0).path("id").asString());
        client.get(officer, "/api/v1/matters/" + kase).is(403);
        client.act(head, recusal, "lift", "{\"reason\":\"经查不是亲属\"}");

        assertThat(before.path("actions")).isNotEmpty();
        assertThat(decided.path("status").asString()).isEqualTo("recused");
        assertThat(decided.path("documents").get(0).path("title").asString()).isEqualTo("回避决定书");
        assertThat(decided.path("documents").get(0).path("number").asString()).startsWith("鹿市场监管避〔");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(client.see(officer, kase).path("actions")).isNotEmpty();
    }

    @Test
    void whoever_stood_aside_is_told_why_and_finds_it_by_no_door() {
        var kase = aCase("回避后不再查看的案件");
        client.act(officer, kase, "file");
        granted(kase);

        var looked = client.get(officer, "/api/v1/matters/" + kase).is(403);
        var acted = client.tries(officer, kase, "record_facts", "{\"facts\":" + Stories.SMALL + "}")
                .is(403);
        client.get(officer, "/api/v1/matters/" + kase + "/timeline").is(403);
        client.get(officer, "/api/v1/matters/" + kase + "/access").is(403);

        assertThat(List.of(looked.code(), acted.code())).containsOnly("barred");
        assertThat(looked.json().path("detail").asString()).contains("回避", "鹿打私避〔", "解除回避");
        assertThat(text(officer, "/matters/" + kase)).contains("已经决定您回避该事项");
        assertThat(listed(officer, "")).doesNotContain(kase);
        assertThat(listed(officer, "&kind=case&q=回避后不再查看")).isEmpty();
        assertThat(todos(officer)).doesNotContain(kase);
        assertThat(text(officer, "/worklist")).doesNotContain("回避后不再查看的案件\"");
        assertThat(rows(officer, kase)).isZero();
    }

    private static final String EXPORT = "/matters/export?kind=case&q=不再导出";

    @Test
    void neither_an_export_nor_a_print_nor_a_search_holds_it_any_more() throws IOException {
        var plate = "桂BJ" + (1000 + Math.floorMod(System.nanoTime(), 9000));
        var phone = "139" + (10_000_000 + Math.floorMod(System.nanoTime(), 89_999_999));
        var kase = client.open(officer, "case", """
                {"title":"不再导出的案件","facts":%s,"summary":"按检查笔录登记",
                 "subjects":[{"type":"vehicle","value":"%s"},{"type":"phone","value":"%s"}]}
                """.formatted(Stories.REACHED, plate, phone));
        var number = client.see(officer, kase).path("number").asString();
        assertThat(exported(officer, EXPORT)).contains(number);
        assertThat(text(officer, "/matters/print?kind=case&q=不再导出")).contains(number);
        assertThat(listed(officer, "&q=" + plate)).contains(kase);
        assertThat(listed(officer, "&q=" + phone)).contains(kase);

        granted(kase);

        assertThat(exported(officer, EXPORT)).doesNotContain(number);
        assertThat(text(officer, "/matters/print?kind=case&q=不再导出")).doesNotContain(number, kase);
        for (var sought : List.of(plate, phone, number, "不再导出")) {
            assertThat(listed(officer, "&q=" + sought)).as(sought).doesNotContain(kase);
            assertThat(listed(colleague, "&q=" + sought)).as(sought).contains(kase);
            assertThat(text(officer, "/matters?q=" + sought)).as(sought).doesNotContain(kase);
        }
        assertThat(exported(colleague, EXPORT)).contains(number);
    }

    private String exported(Viewer viewer, String path) throws IOException {
        var sent = web.get().uri(path).with(TestAccounts.as(viewer)).exchange();
        assertThat(sent).hasStatusOk();
        try (var book = new ReadableWorkbook(
                        new ByteArrayInputStream(sent.getResponse().getContentAsByteArray()));
                var rows = book.getFirstSheet().openStream()) {
            return rows.flatMap(Row::stream)
                    .map(cell -> cell == null ? "" : cell.getText())
                    .collect(Collectors.joining("\n"));
        }
    }

    @Test
    void neither_its_book_nor_its_files_nor_its_documents_are_given_out() throws IOException {
        var kase = aCase("卷宗不再给他的案件");
        var file = attachments.receive(colleague, "笔录.pdf", new ByteArrayInputStream("%PDF-1.4\n问：答：".getBytes(UTF_8)));
        client.act(
                colleague,
                kase,
                "record_facts",
                "{\"facts\":" + Stories.REACHED + ",\"attachments\":[{\"title\":\"笔录\",\"attachment\":\"" + file.id()
                        + "\"}]}");
        var transfer = stories.transferred("U12", kase, "U08");
        var document = client.see(officer, transfer)
                .path("documents")
                .get(0)
                .path("id")
                .asString();
        var doors = List.of(
                "/matters/" + kase + "/casebook",
                "/attachments/" + file.id(),
                "/api/v1/attachments/" + file.id(),
                "/matters/" + transfer + "/casebook",
                "/matters/" + transfer + "/documents/" + document + ".pdf");
        for (var door : doors) {
            assertThat(client.get(officer, door).status()).as(door).isEqualTo(200);
        }

        granted(kase);

        for (var door : doors) {
            var shut = client.get(officer, door);
            assertThat(shut.status()).as(door).isIn(403, 404);
            assertThat(shut.text()).as(door).doesNotContain("问：答：", "卷宗不再给他的案件");
            assertThat(client.get(colleague, door).status()).as(door).isEqualTo(200);
        }
    }

    @Test
    void a_prosecutor_who_stood_aside_finds_it_on_no_radar() throws IOException {
        var prosecutor = cast.in("U05", Post.HANDLER);
        var successor = cast.handler("U05");
        var transfer = stories.transferred("U12", aCase("雷达：检察官回避的案件"), "U08");
        client.act(cast.handler("U08"), transfer, "sign_receipt");
        client.act(cast.handler("U08"), transfer, "refuse_to_file", "{\"reason\":\"没有犯罪事实\"}");
        var number = client.see(prosecutor, transfer).path("number").asString();
        for (var radar : RADARS) {
            assertThat(onRadar(prosecutor, radar)).as(radar).contains(number);
        }

        var recusal = client.open(prosecutor, "recusal", """
                {"about":"%s","officer":"%s","source":"oneself","reason":"当事人是本人的表弟",
                 "basis":"待法制审核"}
                """.formatted(transfer, prosecutor.account()));
        var grant = "{\"successor\":\"" + successor.account() + "\",\"reason\":\"属实，应当回避\"}";
        client.act(cast.head("U05"), recusal, "grant", grant);

        for (var radar : RADARS) {
            assertThat(onRadar(prosecutor, radar)).as(radar).doesNotContain(number);
            assertThat(onRadar(successor, radar)).as(radar).contains(number);
        }
    }

    private static final List<String> RADARS = List.of(
            "/oversight/radar?ground=filing_refused",
            "/oversight/radar/print?ground=filing_refused",
            "/oversight/radar/export?ground=filing_refused",
            "/api/v1/oversight/radar?ground=filing_refused&limit=200");

    private String onRadar(Viewer viewer, String path) throws IOException {
        return path.contains("/export") ? exported(viewer, path) : text(viewer, path);
    }

    @Test
    void the_others_of_the_unit_go_on_and_see_who_stood_aside() {
        var kase = aCase("由同事接着办的案件");
        granted(kase);

        client.act(colleague, kase, "file");

        assertThat(listed(colleague, "&q=由同事接着办")).contains(kase);
        assertThat(todos(colleague)).contains(kase);
        assertThat(rows(colleague, kase)).isPositive();
        assertThat(text(colleague, "/matters/" + kase)).contains("已回避，由").contains("申请回避");
    }

    @Test
    void what_comes_of_the_matter_afterwards_is_closed_to_them_too() {
        var kase = aCase("后来移送的案件");
        granted(kase);
        var transfer = stories.transferred("U12", kase, "U08");

        client.get(officer, "/api/v1/matters/" + transfer).is(403);
        client.tries(officer, transfer, "withdraw", "{\"reason\":\"撤回\"}").is(403);

        assertThat(listed(officer, "&kind=transfer")).doesNotContain(transfer);
        assertThat(listed(colleague, "&kind=transfer")).contains(transfer);
    }

    @Test
    void whoever_stood_aside_is_named_as_an_officer_of_the_matter_no_more() {
        var kase = aCase("不能再指定的案件");
        granted(kase);

        var refused = client.tries(
                        colleague,
                        kase,
                        "propose_transfer",
                        "{\"target_unit\":\"U08\",\"officers\":[\"" + officer.account() + "\",\"" + colleague.account()
                                + "\"],\"report\":\"建议移送\"}")
                .is(422);

        assertThat(refused.json().path("errors").get(0).path("field").asString())
                .isEqualTo("officers[0]");
        assertThat(refused.json().path("errors").get(0).path("message").asString())
                .contains("已经回避");
    }

    @Test
    void a_to_do_that_was_given_to_them_is_given_to_whoever_goes_on() {
        var kase = aCase("已经分给他的案件");
        writing.run(db -> db.sql("""
                        insert into worklist.assignment (unit_id, matter_id, action, account, assigned_by, assigned_at)
                        values ('U12', ?::uuid, 'file', ?, ?, now())
                        """)
                .params(kase, officer.account().value(), head.account().value())
                .update());

        granted(kase);

        assertThat(assignee(kase)).isEqualTo(colleague.account().value());
    }

    private String assignee(String kase) {
        return reading.as(colleague, db -> db.sql(
                        "select account from worklist.assignment where matter_id = ?::uuid and action = 'file'")
                .param(kase)
                .query(String.class)
                .single());
    }

    @Test
    void another_unit_learns_of_it_only_where_it_asked_for_it() {
        var kase = aCase("移送中的案件");
        var transfer = stories.transferred("U12", kase, "U08");
        var police = cast.handler("U08");

        var own = granted(transfer);
        var asked = client.open(police, "recusal", """
                {"about":"%s","officer":"%s","source":"others","reason":"与当事人有往来"}
                """.formatted(transfer, colleague.account()));

        client.get(police, "/api/v1/matters/" + own).is(404);
        client.get(cast.handler("U07"), "/api/v1/matters/" + asked).is(404);
        client.see(police, asked);
        assertThat(text(police, "/matters/" + transfer)).contains("待决定");
        client.tries(police, asked, "grant", "{}").is(403);
    }

    @Test
    void what_one_cannot_see_one_asks_nobody_to_stand_aside_from() {
        var kase = aCase("看不到的案件");
        var fields =
                "{\"kind\":\"recusal\",\"fields\":{\"about\":\"%s\",\"officer\":\"x\",\"source\":\"others\",\"reason\":\"亲属\"}}";

        var unseen = client.post(cast.handler("U07"), "/api/v1/matters", fields.formatted(kase))
                .is(422);
        var absent = client.post(cast.handler("U07"), "/api/v1/matters", fields.formatted(UUID.randomUUID()))
                .is(422);

        assertThat(unseen.json().path("errors")).isEqualTo(absent.json().path("errors"));
    }

    @Test
    void a_replay_of_the_recusal_bars_the_same_person_from_the_same_matter() {
        var kase = aCase("重放后仍然回避的案件");
        var recusal = granted(kase);

        replay.one(UUID.fromString(recusal));

        client.get(officer, "/api/v1/matters/" + kase).is(403);
        client.see(colleague, kase);
    }

    @Test
    void a_penalty_begun_while_it_is_not_decided_waits_for_it_also_after_a_replay() {
        var kase = aCase("回避待决定时提出处罚意见的案件");
        client.act(officer, kase, "file");
        var recusal = applied(kase);
        var penalty = new Penalties(client, cast, "U12").proposed(kase, false);
        replay.one(UUID.fromString(penalty));

        var open = client.tries(colleague, penalty, "issue_notice", "{}").is(409);
        client.act(head, recusal, "refuse", "{\"reason\":\"经查不是亲属\"}");
        client.act(colleague, penalty, "issue_notice");

        assertThat(open.code()).isEqualTo("recusal_open");
    }

    private int rows(Viewer viewer, String id) {
        return reading.as(viewer, db -> List.of(
                        "select count(*) from matter.matter where id = ?::uuid",
                        "select count(*) from matter.inbox where matter_id = ?::uuid",
                        "select count(*) from matter.todo where matter_id = ?::uuid",
                        "select count(*) from matter.clock where matter_id = ?::uuid",
                        "select count(*) from matter.notice where matter_id = ?::uuid",
                        "select count(*) from matter.reading where matter_id = ?::uuid",
                        "select count(*) from matter.key where matter_id = ?::uuid",
                        "select count(*) from document.issued where matter = ?::uuid",
                        "select count(*) from attachment.link where matter = ?::uuid",
                        "select count(*) from ledger.entry where stream = ?::uuid")
                .stream()
                .mapToInt(sql -> db.sql(sql).param(id).query(Integer.class).single())
                .sum());
    }
}
