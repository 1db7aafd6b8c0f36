package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Replay;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
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
    private final Viewer officer;
    private final Viewer colleague;
    private final Viewer head;

    RecusalStoryTest(MockMvcTester web, Writing writing, Reading reading, Replay replay, Clock clock) {
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
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
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
        assertThat(text(officer, "/matters/export?kind=case&q=回避后不再查看")).doesNotContain(kase);
        assertThat(rows(officer, kase)).isZero();
    }

    @Test
    void the_others_of_the_unit_go_on_and_see_who_stood_aside() {
        var kase = aCase("由同事接着办的案件");
        granted(kase);

        client.act(colleague, kase, "file");

        assertThat(listed(colleague, "&q=由同事接着办")).contains(kase);
        assertThat(todos(colleague)).contains(kase);
        assertThat(rows(colleague, kase)).isPositive();
        assertThat(text(colleague, "/matters/" + kase)).contains("已决定回避，由").contains("申请回避");
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
