package cn.daxietong.web;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The web module alone, without database and sign-in, on a real Tomcat: one viewer, a navigation, and a controller that fails in every way. */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"
        })
@ComponentScan(
        basePackages = "cn.daxietong.web",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {IdempotentPosts.class, FirstAnswers.class}))
class PagesOnly {
    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'")))
                .build();
    }

    /** Stands still, so that pictures of the pages can be compared. */
    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-09-09T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    ViewerSource viewerSource() {
        return request -> "no".equals(request.getHeader("X-Signed-In"))
                ? Optional.empty()
                : Optional.of(Viewer.of(new AccountId("qinmou"), new UnitId("U06"), Post.HANDLER, "覃某"));
    }

    @Bean
    UnitTitle unitTitle() {
        return unit -> "县烟草专卖局";
    }

    @Bean
    TodoCount todoCount() {
        return viewer -> 7;
    }

    @Bean
    NavItem desk() {
        return NavItem.thumb(10, "desk", "工作台", "/", "home");
    }

    @Bean
    NavItem leads() {
        return NavItem.thumb(20, "lead", "线索", "/leads", "lead");
    }

    @Bean
    NavItem cases() {
        return NavItem.thumb(30, "case", "案件", "/cases", "case");
    }

    @Bean
    NavItem transfers() {
        return NavItem.thumb(40, "transfer", "移送", "/transfers", "transfer");
    }

    @Bean
    NavItem supervisions() {
        return NavItem.side(50, "supervision", "督办", "/supervisions", "supervision");
    }

    @Bean
    NavItem laws() {
        return NavItem.side(80, "law", "法规文书", "/law", "law");
    }

    @Bean
    NavItem mine() {
        return NavItem.thumb(90, "mine", "我的", "/account", "person");
    }

    @Bean
    NavItem administration() {
        return NavItem.side(95, "unit", "本单位", "/unit", "unit").shownTo(viewer -> viewer.post() == Post.UNIT_ADMIN);
    }

    record Asked(String title, int number, LocalDate day, List<Map<String, Object>> goods) {}

    /** Answers and fails on demand; under both doors, for programs and for people. */
    @TestComponent // the whole platform's own tests must not find it
    @RestController
    static class Failing {
        @GetMapping({"/api/v1/probe", "/probe"})
        Map<String, String> probe(
                @RequestParam(defaultValue = "1") int number, @RequestParam(defaultValue = "") String q) {
            return Map.of("number", Integer.toString(number), "q", q);
        }

        @PostMapping({"/api/v1/probe", "/probe-json"})
        Map<String, String> take(@RequestBody Asked asked) {
            return Map.of("title", String.valueOf(asked.title()));
        }

        @PostMapping("/probe-form")
        String form(@RequestParam String title) {
            return title;
        }

        @GetMapping({"/api/v1/refused", "/refused"})
        String refused() {
            throw new Refusal(Refusal.Kind.CONFLICT, "action_not_allowed", "现在不能办理", "该案已移送，须先由接收单位退回。");
        }

        @GetMapping({"/api/v1/broken", "/broken"})
        String broken() {
            throw new IllegalArgumentException("password=secret at table x");
        }

        @GetMapping({"/api/v1/down", "/down"})
        String down() {
            throw new org.springframework.jdbc.CannotGetJdbcConnectionException("no connection");
        }
    }
}
