package cn.daxietong.law;

import cn.daxietong.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The law for other programs. */
@RestController
@RequestMapping("/api/v1/law")
class LawApi {
    private final LawLibrary library;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Jurisdiction jurisdiction;
    private final Threshold threshold;
    private final Clock clock;

    LawApi(
            LawLibrary library,
            Clocks clocks,
            Calendars calendars,
            Jurisdiction jurisdiction,
            Threshold threshold,
            Clock clock) {
        this.library = library;
        this.clocks = clocks;
        this.calendars = calendars;
        this.jurisdiction = jurisdiction;
        this.threshold = threshold;
        this.clock = clock;
    }

    record ArticleAnswer(
            String id,
            String law,
            String number,
            String text,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Mark mark,
            boolean pendingReview,
            @Nullable String note) {}

    record ClockAnswer(
            String id,
            String law,
            String article,
            @Nullable String articleId,
            String startsWhen,
            String actor,
            int amount,
            ClockRule.Unit unit,
            ClockRule.DayKind dayKind,
            boolean rolls,
            String onExpiry,
            Mark mark,
            boolean pendingReview) {}

    record ClockList(List<ClockAnswer> items) {}

    record LocalAnswer(LocalDate day, String name, boolean worked, String source) {}

    record CalendarAnswer(
            int year,
            @Nullable String source,
            @Nullable LocalDate knownUntil,
            boolean provisional,
            TreeSet<LocalDate> off,
            TreeSet<LocalDate> work,
            List<LocalAnswer> local,
            @Nullable String warning) {}

    record ReadingAnswer(
            String clock,
            OffsetDateTime startsAt,
            OffsetDateTime dueAt,
            int countedDays,
            List<ClockReading.Skipped> skipped,
            String law,
            String article,
            ClockReading.State state,
            boolean provisional) {}

    @GetMapping("/articles/{id}")
    ArticleAnswer article(@PathVariable String id) {
        Article article = library.articles().find(id).orElseThrow(Refusal::notFound);
        return new ArticleAnswer(
                article.id(),
                article.law(),
                article.number(),
                article.text(),
                article.from(),
                article.until(),
                article.mark(),
                library.confirmations().pending(article),
                article.note());
    }

    @GetMapping("/clocks")
    ClockList clocks() {
        return new ClockList(clocks.rules().stream().map(this::clock).toList());
    }

    private ClockAnswer clock(ClockRule rule) {
        Optional<Article> article = library.articles().of(rule);
        return new ClockAnswer(
                rule.id(),
                rule.law(),
                rule.article(),
                article.map(Article::id).orElse(null),
                rule.startsWhen(),
                rule.actor(),
                rule.amount(),
                rule.unit(),
                rule.dayKind(),
                rule.rolls(),
                rule.onExpiry(),
                rule.mark(),
                rule.mark().pendingReview()
                        && article.map(library.confirmations()::pending).orElse(true));
    }

    @GetMapping("/calendar/{year}")
    CalendarAnswer calendar(@PathVariable int year) {
        if (year < 1949 || year > 2100) {
            throw Refusal.notFound();
        }
        CalendarYear known = calendars.years().get(year);
        return new CalendarAnswer(
                year,
                known == null ? null : known.source(),
                known == null ? null : known.knownUntil(),
                known == null,
                known == null ? new TreeSet<>() : new TreeSet<>(known.off()),
                known == null ? new TreeSet<>() : new TreeSet<>(known.work()),
                calendars.holidays(year).stream()
                        .filter(HolidayRow::inForce)
                        .map(row -> new LocalAnswer(row.day(), row.name(), row.worked(), row.source()))
                        .toList(),
                calendars.warning(LocalDate.now(clock)).orElse(null));
    }

    @PostMapping("/clocks:compute")
    ReadingAnswer compute(@RequestBody ClockQuestion question) {
        ClockReading reading = question.answer(clocks, clock.instant());
        return new ReadingAnswer(
                reading.rule().id(),
                at(reading.startsAt()),
                at(reading.dueAt()),
                reading.countedDays(),
                reading.skipped(),
                reading.law(),
                reading.article(),
                reading.state(),
                reading.provisional());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(Counting.ZONE).toOffsetDateTime();
    }

    @PostMapping("/jurisdiction:assess")
    JurisdictionAssessment jurisdiction(@RequestBody JsonNode facts) {
        return jurisdiction.assess(FactsReading.read(facts, LocalDate.now(clock), ""));
    }

    @PostMapping("/threshold:assess")
    ThresholdAssessment threshold(@RequestBody JsonNode facts) {
        return threshold.assess(FactsReading.read(facts, LocalDate.now(clock), ""));
    }
}
