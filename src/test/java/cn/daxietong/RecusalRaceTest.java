package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The head and whoever stands in for the head decide on the same 回避 at the same moment. */
@PlatformTest
class RecusalRaceTest {
    private final Client client;
    private final Cast cast;
    private final Stories stories;

    RecusalRaceTest(MockMvcTester web, Writing writing, Clock clock) {
        this.client = new Client(web);
        this.cast = new Cast(writing, clock);
        this.stories = new Stories(client, cast);
    }

    @Test
    void one_of_two_heads_decides_and_the_other_is_told_that_it_is_decided() {
        var kase = stories.aCase("U12", "两位负责人同时决定的回避", Stories.SMALL);
        var recusal = client.open(cast.handler("U12"), "recusal", """
                {"about":"%s","officer":"%s","source":"others","reason":"与当事人是亲属"}
                """.formatted(
                        kase, cast.colleague("U12").account()));
        var successor = cast.in("U12", Post.HANDLER).account();
        var grant = "{\"successor\":\"" + successor + "\",\"reason\":\"属实\"}";

        var answers = Stream.of(decides(cast.head("U12"), recusal, grant), decides(cast.deputy("U12"), recusal, grant))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder("200", "409action_not_allowed");
    }

    private CompletableFuture<String> decides(Viewer head, String recusal, String grant) {
        return CompletableFuture.supplyAsync(() -> {
            var answer = client.tries(head, recusal, "grant", grant);
            return answer.status() + (answer.status() == 200 ? "" : answer.code());
        });
    }
}
