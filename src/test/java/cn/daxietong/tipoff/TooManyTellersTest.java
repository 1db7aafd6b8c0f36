package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.shared.Refusal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest
class TooManyTellersTest {
    private static final int BURST = 40;
    private static final String TEXT = "码头上每天夜里卸没有票的白糖";

    private final MockMvcTester web;

    TooManyTellersTest(MockMvcTester web) {
        this.web = web;
    }

    @Test
    void whoever_is_slowed_down_keeps_what_was_typed() throws Exception {
        slowDown("10.8.8.8");

        var form = sent("/report/new", "manner=none&text=" + TEXT + "&place=码头", "10.8.8.8");
        var answer = sent("/report/answer", "code=1&word=暗语四字&text=" + TEXT, "10.8.8.8");
        var status = sent("/report/status", "code=1234&word=暗语四字", "10.8.8.8");

        assertThat(form).hasStatus(429).bodyText().contains("请等一分钟再提交", TEXT, "码头");
        assertThat(answer).hasStatus(429).bodyText().contains("请等一分钟再提交", TEXT, "value=\"暗语四字\"");
        assertThat(status).hasStatus(429).bodyText().contains("请等一分钟再提交", "value=\"1234\"", "value=\"暗语四字\"");
    }

    @Test
    void another_address_is_not_slowed_down() throws Exception {
        slowDown("10.8.8.9");

        assertThat(sent("/report/new", "manner=none", "10.8.8.10")).hasStatus(422);
    }

    @Test
    void more_than_can_be_served_are_told_so_at_once() throws Exception {
        var refused = new AtomicInteger();
        var all = new CountDownLatch(40);
        try (var tellers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 40; n++) {
                tellers.submit(() -> {
                    try {
                        Locked.pretend("word");
                    } catch (Refusal busy) {
                        assertThat(busy.detail()).contains("请过一会儿再提交");
                        refused.incrementAndGet();
                    } finally {
                        all.countDown();
                    }
                });
            }
            assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(refused.get()).isPositive().isLessThan(40);
    }

    /** The bucket fills while the test runs, so it may take more than it holds. */
    private void slowDown(String address) {
        for (int n = 0; n < 20 * BURST; n++) {
            if (sent("/report/status", "code=1", address).getResponse().getStatus() == 429) {
                return;
            }
        }
        throw new AssertionError("never slowed down");
    }

    private MvcTestResult sent(String path, String body, String address) {
        return web.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body)
                .characterEncoding("UTF-8")
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }
}
