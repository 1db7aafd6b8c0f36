package cn.daxietong.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticlesTest {
    private final Articles articles = Articles.bundled();

    @Test
    void every_clock_leads_to_its_article() {
        assertThat(Clocks.bundled().rules()).allSatisfy(rule -> assertThat(articles.of(rule))
                .as(rule.id())
                .hasValueSatisfying(article -> assertThat(article.mark()).isEqualTo(rule.mark())));
    }

    @Test
    void what_the_procedures_cite_is_there() {
        assertThat(IntStream.rangeClosed(3, 19).mapToObj(n -> "310." + n))
                .allSatisfy(id -> assertThat(articles.find(id)).as(id).isPresent());
        assertThat(IntStream.rangeClosed(1, 18).mapToObj(n -> "notice.4." + n))
                .allSatisfy(id -> assertThat(articles.find(id)).as(id).isPresent());
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(n -> "notice.3." + n))
                .allSatisfy(id -> assertThat(articles.find(id)).as(id).isPresent());
        assertThat(articles.get("310.5").citation()).isEqualTo("《行政执法机关移送涉嫌犯罪案件的规定》第五条");
    }

    @Test
    void an_article_holds_within_its_span_and_not_a_day_longer() {
        Article overridden = articles.get("smuggling_2014.9");

        assertThat(overridden.holdsOn(LocalDate.parse("2022-04-08"))).isTrue();
        assertThat(overridden.holdsOn(LocalDate.parse("2022-04-09"))).isFalse();
    }

    @Test
    void what_is_only_recalled_waits_for_legal_review() {
        assertThat(articles.get("ip_2025").pendingReview()).isTrue();
        assertThat(articles.get("310.5").pendingReview()).isFalse();
    }
}
