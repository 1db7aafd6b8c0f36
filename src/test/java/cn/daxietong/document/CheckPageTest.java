package cn.daxietong.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PlatformTest
class CheckPageTest {
    private final MockMvcTester web;
    private final Documents documents;
    private final Writing writing;
    private final Clock clock;
    private final ContentSeal seal;

    CheckPageTest(MockMvcTester web, Documents documents, Writing writing, Clock clock, ContentSeal seal) {
        this.seal = seal;
        this.web = web;
        this.documents = documents;
        this.writing = writing;
        this.clock = clock;
    }

    @Test
    void anybody_with_the_code_reads_who_issued_what_and_nothing_of_what_it_says() throws Exception {
        var code = CheckCode.of(issue(UUID.randomUUID()));

        var page = web.get().uri("/check/" + code).exchange();

        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("鹿寨县市场监督管理局", "涉嫌犯罪案件移送书", "鹿市监移〔2026〕12号")
                .doesNotContain("冻品", "韦喆", "柳州海关");
        assertThat(page.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void an_unknown_code_and_a_garbled_one_are_answered_alike() throws Exception {
        for (var code : new String[] {CheckCode.of(UUID.randomUUID()), "ABC"}) {
            var page = web.get().uri("/check/" + code).exchange();

            assertThat(page).hasStatus(404);
            assertThat(page.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .contains("没有查到这份公文");
        }
    }

    @Test
    void a_file_is_compared_without_signing_in() throws Exception {
        var matter = UUID.randomUUID();
        writing.run(db -> db.sql("""
                        insert into matter.inbox (unit_id, matter_id, kind, status, closed, number, title, owner_unit, created_at, updated_at)
                        values ('U05', ?, 'case', 'filed', false, ?, '案', 'U05', now(), now())
                        """).params(matter, matter.toString()).update());
        var id = issue(matter);
        var viewer = Viewer.of(new AccountId("t"), new UnitId("U05"), Post.HANDLER, "覃某");
        var pressed = documents.press(viewer, matter, id, Format.OFD).bytes();
        var altered = pressed.clone();
        altered[altered.length / 2] ^= 1;

        assertThat(compare(CheckCode.of(id), pressed)).contains("一致：这个文件就是").doesNotContain("不一致");
        assertThat(compare(CheckCode.of(id), altered)).contains("不一致");
    }

    @Test
    void nothing_is_read_from_who_has_no_code_of_ours_and_who_asks_too_often_is_slowed_down() {
        var statuses = IntStream.range(0, 260)
                .map(n -> web.post()
                        .uri("/check/ABC")
                        .with(request -> {
                            request.setRemoteAddr("203.0.113.9");
                            return request;
                        })
                        .exchange()
                        .getResponse()
                        .getStatus())
                .boxed()
                .toList();

        assertThat(statuses.getFirst()).as("not that a file is missing").isEqualTo(404);
        assertThat(statuses.getLast()).isEqualTo(429);
    }

    private String compare(String code, byte[] content) throws Exception {
        var page = web.post()
                .uri("/check/" + code)
                .multipart()
                .file(new MockMultipartFile("file", "移送书.pdf", "application/pdf", content))
                .exchange();
        assertThat(page).hasStatusOk();
        return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private UUID issue(UUID matter) {
        var id = UUID.randomUUID();
        writing.send(statements -> documents.issue(
                statements,
                new Documents.Issue(id, matter, new UnitId("U05"), clock.instant()),
                Samples.letter(),
                text -> writing.inTransaction(db -> seal.seal(db, matter, text))));
        return id;
    }
}
