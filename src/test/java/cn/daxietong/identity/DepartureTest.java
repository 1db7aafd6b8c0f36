package cn.daxietong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@PlatformTest
@Import(DepartureTest.Desks.class)
class DepartureTest {
    private final Departure departure;
    private final ActingHeads acting;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Clock clock;
    private final TestAccounts test;

    @TestConfiguration(proxyBeanMethods = false)
    static class Desks {
        static final Map<AccountId, String> OWNED = new ConcurrentHashMap<>();

        @Bean
        Belongings desks() {
            return new Belongings() {
                @Override
                public String title() {
                    return "待办";
                }

                @Override
                public List<Belonging> list(AccountId account, UnitId unit) {
                    return OWNED.containsKey(account) ? List.of(new Belonging("鹿打私线〔2026〕1号", "内容")) : List.of();
                }

                @Override
                public void rehome(AccountId from, AccountId to, UnitId unit, Viewer by) {
                    var thing = OWNED.remove(from);
                    if (thing != null) {
                        OWNED.put(to, thing);
                    }
                }
            };
        }
    }

    DepartureTest(
            Departure departure, ActingHeads acting, Accounts accounts, Tokens tokens, Writing writing, Clock clock) {
        this.departure = departure;
        this.acting = acting;
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
        this.test = new TestAccounts(writing, clock);
    }

    @Test
    void who_leaves_hands_everything_over_and_is_shut_out_in_one_step() {
        var admin = test.some("U13", Post.UNIT_ADMIN);
        var leaving = test.some("U13", Post.HANDLER);
        var staying = test.some("U13", Post.HANDLER);
        Desks.OWNED.put(leaving.account(), "案");
        var token = tokens.issue(accounts.current(leaving.account()).getFirst()).token();

        departure.depart(leaving.account(), staying.account(), "调任", admin);

        assertThat(Desks.OWNED).containsKey(staying.account()).doesNotContainKey(leaving.account());
        assertThat(accounts.current(leaving.account())).isEmpty();
        assertThat(tokens.who(token)).isEmpty();
    }

    @Test
    void nobody_leaves_without_a_successor_of_the_same_unit() {
        var admin = test.some("U13", Post.UNIT_ADMIN);
        var leaving = test.some("U13", Post.HANDLER);
        var elsewhere = test.some("U12", Post.HANDLER);

        assertThatThrownBy(() -> departure.depart(leaving.account(), elsewhere.account(), "调任", admin))
                .isInstanceOf(Refusal.class);

        assertThat(accounts.current(leaving.account())).hasSize(1);
    }

    @Test
    void another_units_administrator_finds_nobody_here_to_dismiss() {
        var admin = test.some("U12", Post.UNIT_ADMIN);
        var leaving = test.some("U13", Post.HANDLER);

        assertThatThrownBy(() -> departure.piles(leaving.account(), admin))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void an_acting_head_stands_in_for_a_time_and_names_nobody() {
        var head = test.some("U14", Post.HEAD);
        var deputy = test.some("U14", Post.HANDLER);
        var today = LocalDate.now(clock);

        acting.name(deputy.account(), today, today.plusDays(7), "外出学习", head);

        var held = accounts.current(deputy.account()).stream()
                .filter(holding -> holding.post() == Post.HEAD)
                .findFirst()
                .orElseThrow();
        assertThat(held.acting()).isTrue();
        assertThat(held.endsAt())
                .isEqualTo(today.plusDays(8).atStartOfDay(clock.getZone()).toInstant());
        var standIn = new Viewer(deputy.account(), deputy.unit(), Post.HEAD, deputy.name(), true, Set.of());
        assertThatThrownBy(() -> acting.named(standIn)).isInstanceOf(Refusal.class);

        acting.end(held.id(), head);

        assertThat(accounts.current(deputy.account())).noneMatch(Holding::acting);
    }
}
