package cn.daxietong.matter;

import cn.daxietong.attachment.Attachments;
import cn.daxietong.identity.Accounts;
import cn.daxietong.law.Articles;
import cn.daxietong.law.Clocks;
import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.organization.Commodities;
import cn.daxietong.organization.Unit;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.FormTree;
import cn.daxietong.web.Initials;
import cn.daxietong.web.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Gathers what a form offers to choose from. */
@Component
final class PickerShelf {
    /** The kinds that the threshold tables count. */
    private static final List<Option> PENALTIES = List.of(
            new Option("smuggling", "因走私"),
            new Option("tobacco", "因非法经营烟草专卖品"),
            new Option("trademark", "因侵犯商标权、假冒"),
            new Option("other", "其他"));

    /** Officers of other units, where one may be named to whom a task goes. */
    private static final String ELSEWHERE = "their_officers";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Units units;
    private final Accounts accounts;
    private final Commodities commodities;
    private final Attachments attachments;
    private final Clocks clocks;
    private final AboutShelf others;

    PickerShelf(
            Units units,
            Accounts accounts,
            Commodities commodities,
            Attachments attachments,
            Clocks clocks,
            AboutShelf others) {
        this.others = others;
        this.units = units;
        this.accounts = accounts;
        this.commodities = commodities;
        this.attachments = attachments;
        this.clocks = clocks;
    }

    <S> Pickers pickers(Viewer viewer, @Nullable Seen<S> seen, Choices<S> choices, FormTree filled) {
        var lists = new LinkedHashMap<String, List<Option>>();
        lists.put(
                "commodity",
                commodities.all().stream()
                        .map(c -> new Option(c.id(), c.name()))
                        .toList());
        lists.put(
                "accounts",
                accounts.handlers(viewer.unit()).stream()
                        .map(h -> new Option(h.account().value(), h.name()))
                        .toList());
        if (Fields.of(choices.step().action()).stream().anyMatch(f -> ELSEWHERE.equals(f.picks()))) {
            lists.put(ELSEWHERE, officersElsewhere(viewer));
        }
        lists.put("penalty_kind", PENALTIES);
        lists.put(
                "unit",
                units.all().stream()
                        .sorted(Comparator.comparing(
                                u -> seen == null || !seen.matter().seenBy(u.id())))
                        .map(u -> new Option(u.id().value(), u.shortName()))
                        .toList());
        List<UnitId> suggested = List.of();
        JurisdictionAssessment assessed = null;
        if (seen != null) {
            var state = Objects.requireNonNull(seen.matter().state());
            assessed = seen.kind().jurisdiction(state).orElse(null);
            suggested = assessed == null || assessed.candidates().isEmpty() ? leading(seen) : assessed.units();
            lists.put(
                    "items",
                    seen.kind().items(state).entrySet().stream()
                            .filter(e -> choices.offers("items", e.getKey()))
                            .map(e -> new Option(e.getKey(), e.getValue()))
                            .toList());
            lists.put(
                    "clock",
                    seen.matter().clocks().stream()
                            .filter(RunningClock::runs)
                            .map(c -> new Option(c.clock(), clockTitle(c)))
                            .toList());
        }
        if (Fields.of(choices.step().action()).stream().anyMatch(f -> "officers".equals(f.picks()))) {
            lists.put("officers", officers(viewer, choices));
        }
        choices.step()
                .about()
                .ifPresent(about ->
                        lists.put("matter", others.offered(viewer, about, filled.text(about.field()), choices)));
        lists.put("attachments", files(viewer, seen, filled));
        return new Pickers(
                units(suggested.stream().filter(u -> !u.equals(viewer.unit())).toList()),
                lists,
                attachments.accepted(),
                competence(assessed),
                (field, unit) -> choices.admits(field, new UnitId(unit)));
    }

    /** Handlers and heads of the viewer's own unit and of the one that answers for the matter, or for what a new one is to be about. */
    private List<Option> officers(Viewer viewer, Choices<?> choices) {
        var matter =
                choices.scene().about().isPresent() ? choices.scene().about().get() : choices.matter();
        return Stream.of(viewer.unit(), matter.owner())
                .distinct()
                .flatMap(unit ->
                        Stream.of(Post.HANDLER, Post.HEAD).flatMap(post -> accounts.holders(unit, post).stream()))
                .map(h -> new Option(
                        h.account().value(),
                        h.name() + "（" + units.shortName(h.unit())
                                + (h.acting() ? "主持工作的负责人" : h.post().title()) + "）"))
                .toList();
    }

    private Pickers.@Nullable Competence competence(@Nullable JurisdictionAssessment assessed) {
        return assessed == null
                ? null
                : new Pickers.Competence(
                        assessed.reason(),
                        assessed.candidates().stream()
                                .map(c -> new Pickers.Candidate(
                                        units.name(c.unit()),
                                        c.role().title(),
                                        c.act(),
                                        c.basis().title(),
                                        Articles.bundled().get(c.articleId())))
                                .toList());
    }

    private List<Option> officersElsewhere(Viewer viewer) {
        return units.all().stream()
                .filter(u -> !u.id().equals(viewer.unit()))
                .flatMap(u -> accounts.handlers(u.id()).stream()
                        .map(h -> new Option(h.account().value(), u.shortName() + " " + h.name())))
                .toList();
    }

    /** The matter's files and those just sent with the form. */
    private List<Option> files(Viewer viewer, @Nullable Seen<?> seen, FormTree filled) {
        var files = new LinkedHashMap<UUID, String>();
        if (seen != null) {
            attachments.of(viewer, seen.matter().id()).forEach(f -> files.put(f.id(), f.name()));
        }
        var sent = ids(filled.values(), new ArrayList<>());
        if (!sent.isEmpty()) {
            attachments.visible(viewer, sent).forEach(f -> files.put(f.id(), f.name()));
        }
        return files.entrySet().stream()
                .map(f -> new Option(f.getKey().toString(), f.getValue()))
                .toList();
    }

    private static List<UUID> ids(@Nullable Object value, List<UUID> into) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(v -> ids(v, into));
            case List<?> list -> list.forEach(v -> ids(v, into));
            case String text when ID.matcher(text).matches() -> into.add(UUID.fromString(text));
            case null, default -> {}
        }
        return into;
    }

    /** Takes in a file that came with a form; returns its id. */
    String receive(Viewer viewer, MultipartFile file) {
        try (var content = file.getInputStream()) {
            return attachments
                    .receive(viewer, String.valueOf(file.getOriginalFilename()), content)
                    .id()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the tables name nobody, whoever leads for the commodity. */
    private <S> List<UnitId> leading(Seen<S> seen) {
        var state = Objects.requireNonNull(seen.matter().state());
        return seen.kind().commodity(state).flatMap(commodities::find).map(c -> c.leadUnit()).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private String clockTitle(RunningClock clock) {
        var rule = clocks.rule(clock.clock());
        return rule.actor() + "：" + rule.startsWhen() + "后 " + rule.span() + "（《" + rule.law() + "》" + rule.article()
                + "）";
    }

    private LinkedHashMap<String, List<Option>> units(List<UnitId> suggested) {
        var groups = new LinkedHashMap<String, List<Option>>();
        for (var id : suggested) {
            units.find(id).ifPresent(u -> groups.computeIfAbsent("建议的单位", k -> new ArrayList<>())
                    .add(option(u)));
        }
        for (var unit : units.all()) {
            if (!suggested.contains(unit.id())) {
                groups.computeIfAbsent(unit.kind().title(), k -> new ArrayList<>())
                        .add(option(unit));
            }
        }
        return groups;
    }

    /** Found by its name, its short name and the first letters of either. */
    private static Option option(Unit unit) {
        return new Option(
                unit.id().value(),
                unit.name(),
                unit.shortName() + " " + Initials.of(unit.name()) + " " + Initials.of(unit.shortName()));
    }
}
