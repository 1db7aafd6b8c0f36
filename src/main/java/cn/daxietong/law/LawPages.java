package cn.daxietong.law;

import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Faults;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The articles, the clocks with their calculator, and the decision tables, for people. */
@Controller
class LawPages {
    private final LawLibrary library;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Clock clock;

    LawPages(LawLibrary library, Clocks clocks, Calendars calendars, Clock clock) {
        this.library = library;
        this.clocks = clocks;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/law")
    ModelAndView index(@RequestParam(defaultValue = "") String q) {
        String wanted = q.strip();
        Map<String, List<LawShelf.Entry>> shelves = new LinkedHashMap<>();
        int pending = 0;
        for (Article article : library.articles().all()) {
            boolean waits = library.confirmations().pending(article);
            pending += waits ? 1 : 0;
            boolean shown = wanted.isEmpty()
                    || (article.law() + article.number() + article.text()).contains(wanted)
                    || (wanted.equals("待法制审核") && waits);
            if (shown) {
                shelves.computeIfAbsent(article.law(), law -> new ArrayList<>())
                        .add(new LawShelf.Entry(article, waits));
            }
        }
        Map<String, Object> model = new HashMap<>();
        model.put(
                "shelves",
                shelves.entrySet().stream()
                        .map(e -> new LawShelf(e.getKey(), e.getValue()))
                        .toList());
        model.put("tables", DecisionTableText.all());
        model.put("query", wanted);
        model.put("pending", pending);
        model.put("year", LocalDate.now(clock).getYear());
        model.put("warning", calendars.warning(LocalDate.now(clock)).orElse(""));
        return Views.page("law/index", "法律依据", model, "law");
    }

    @GetMapping("/law/articles/{id}")
    ModelAndView article(@PathVariable String id, Viewer viewer) {
        return article(id, viewer, Faults.NONE);
    }

    private ModelAndView article(String id, Viewer viewer, Faults faults) {
        Article article = library.articles().find(id).orElseThrow(Refusal::notFound);
        Map<String, Object> model = new HashMap<>();
        model.put("article", article);
        model.put("pending", library.confirmations().pending(article));
        model.put("mayConfirm", article.pendingReview() && Confirmations.mayConfirm(viewer));
        model.put("decision", library.confirmations().latest(id).orElse(null));
        model.put(
                "rules",
                clocks.rules().stream()
                        .filter(rule -> library.articles()
                                .of(rule)
                                .filter(article::equals)
                                .isPresent())
                        .toList());
        model.put("faults", faults);
        return Views.page("law/article", article.citation(), model, "law");
    }

    @PostMapping("/law/articles/{id}/review")
    ModelAndView review(
            @PathVariable String id,
            @RequestParam boolean confirmed,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer) {
        try {
            library.confirmations().decide(id, confirmed, note.strip(), viewer);
        } catch (Refusal refusal) {
            if (refusal.faults().isEmpty()) {
                throw refusal;
            }
            ModelAndView again = article(id, viewer, new Faults(refusal.faults()));
            again.setStatus(org.springframework.http.HttpStatusCode.valueOf(
                    refusal.kind().status()));
            return again;
        }
        return Views.redirect("/law/articles/" + id, Flash.done(confirmed ? "已确认。" : "已撤回确认。"));
    }

    @GetMapping("/law/clocks")
    ModelAndView clocks(
            @RequestParam(defaultValue = "", name = "clock") String rule,
            @RequestParam(defaultValue = "", name = "starts_at") String startsAt,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String ground) {
        Map<String, Object> model = new HashMap<>();
        model.put("rules", List.copyOf(clocks.rules()));
        model.put("articles", library.articles());
        model.put("rule", rule);
        model.put("startsAt", startsAt);
        model.put("from", from);
        model.put("to", to);
        model.put("ground", ground);
        model.put("faults", Faults.NONE);
        model.put("reading", null);
        model.put("warning", calendars.warning(LocalDate.now(clock)).orElse(""));
        if (!rule.isEmpty() || !startsAt.isEmpty()) {
            List<ClockQuestion.Span> spans =
                    from.isEmpty() ? List.of() : List.of(new ClockQuestion.Span(from, to, ground, null));
            try {
                model.put("reading", new ClockQuestion(rule, startsAt, spans, null).answer(clocks, clock.instant()));
            } catch (Refusal refusal) {
                model.put("faults", new Faults(refusal.faults()));
            }
        }
        return Views.page("law/clocks", "法定期限", model, "law");
    }

    @GetMapping("/law/tables/{name}")
    ModelAndView table(@PathVariable String name) {
        DecisionTableText table = DecisionTableText.find(name).orElseThrow(Refusal::notFound);
        return Views.page(
                "law/table",
                table.title(),
                Map.of("table", table, "tables", DecisionTableText.all(), "confirmations", library.confirmations()),
                "law");
    }
}
