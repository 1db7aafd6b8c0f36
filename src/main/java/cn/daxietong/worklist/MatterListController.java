package cn.daxietong.worklist;

import cn.daxietong.database.Reading;
import cn.daxietong.matter.Filter;
import cn.daxietong.matter.InboxRow;
import cn.daxietong.matter.Inboxes;
import cn.daxietong.matter.Kinds;
import cn.daxietong.matter.Listing;
import cn.daxietong.matter.Matters;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Link;
import cn.daxietong.web.Pager;
import cn.daxietong.web.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 线索、案件、移送 as lists: what is late first, then what moved last. */
@Controller
class MatterListController {
    private static final int PAGE = 20;
    private static final int FIRST = 5;
    private static final int PRINTED = 500;
    private static final SavedView NONE = new SavedView(new UUID(0, 0), "", "");

    private final Reading reading;
    private final Inboxes inboxes;
    private final Kinds kinds;
    private final MatterLines lines;
    private final SavedViews views;
    private final Matters matters;

    MatterListController(
            Reading reading, Inboxes inboxes, Kinds kinds, MatterLines lines, SavedViews views, Matters matters) {
        this.reading = reading;
        this.matters = matters;
        this.inboxes = inboxes;
        this.kinds = kinds;
        this.lines = lines;
        this.views = views;
    }

    @ModelAttribute("asked")
    Asked asked(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String commodity,
            @RequestParam(required = false) @Nullable String sort) {
        return new Asked(new Filter(kind, status, unit, q, due, commodity, sort));
    }

    @GetMapping("/matters")
    ModelAndView list(
            Viewer viewer,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(required = false) @Nullable String cursor) {
        // In one transaction, so that its eight queries tell the database only once who is looking.
        return reading.as(viewer, db -> page(viewer, asked, cursor));
    }

    private ModelAndView page(Viewer viewer, Asked asked, @Nullable String cursor) {
        var filter = asked.filter();
        var kind = filter.kind();
        var page = inboxes.page(viewer, filter, cursor, PAGE);
        var title = kind == null ? "全部事项" : kinds.kind(kind).title();
        var kept = views.of(viewer, kind == null ? "" : kind);
        var model = new HashMap<String, Object>();
        model.put("title", title);
        model.put("asked", asked);
        model.put("tabs", tabs(asked, kept));
        model.put(
                "here",
                kept.stream()
                        .filter(v -> v.query().equals(asked.query()))
                        .findFirst()
                        .orElse(NONE));
        model.put("statuses", lines.statuses(kind));
        model.put("commodities", lines.commodities());
        model.put("units", lines.units());
        model.put("groups", groups(viewer, asked, page, cursor));
        model.put("total", total(inboxes.count(viewer, filter)));
        model.put("overdue", inboxes.count(viewer, asked.due("overdue").filter()));
        model.put("week", inboxes.count(viewer, asked.due("week").filter()));
        model.put("overduePath", asked.due("overdue").at("/matters"));
        model.put("weekPath", asked.due("week").at("/matters"));
        Optional.ofNullable(kind).flatMap(k -> opening(viewer, k)).ifPresent(link -> model.put("opening", link));
        model.put("pager", pager(asked, page));
        return Views.page("worklist/list", title, model, kind == null ? "" : kind);
    }

    /** Where one of the kind is begun, called as its form is. */
    private Optional<Link> opening(Viewer viewer, String code) {
        var kind = kinds.kind(code);
        return matters.mayOpen(viewer, kind)
                ? kind.procedure().openingByHand().map(step -> Link.to(step.title(), "/matters/new/" + code))
                : Optional.empty();
    }

    /** On the first page of an unfiltered list, what is late or soon due stands above what moved last. */
    private List<MatterGroup> groups(Viewer viewer, Asked asked, Listing<InboxRow> page, @Nullable String cursor) {
        var groups = new ArrayList<MatterGroup>();
        var shown = new HashSet<UUID>();
        if (asked.conditions() == 0 && (cursor == null || cursor.isBlank())) {
            var late = inboxes.page(viewer, asked.due("overdue").filter(), null, FIRST)
                    .items();
            var soon = inboxes.page(viewer, asked.due("week").filter(), null, FIRST)
                    .items();
            var first = new ArrayList<>(late);
            soon.stream().limit(FIRST - (long) late.size()).forEach(first::add);
            if (!first.isEmpty()) {
                first.forEach(row -> shown.add(row.id()));
                groups.add(new MatterGroup("先办：已超期和七日内到期", lines.of(viewer, first)));
            }
        }
        var rest =
                page.items().stream().filter(row -> !shown.contains(row.id())).toList();
        if (!rest.isEmpty()) {
            groups.add(new MatterGroup(groups.isEmpty() ? "" : "最近更新", lines.of(viewer, rest)));
        }
        return groups;
    }

    private static List<Link> tabs(Asked asked, List<SavedView> kept) {
        var all = Asked.ofKind(asked.filter().kind());
        var tabs = new ArrayList<Link>();
        tabs.add(new Link("全部", all.at("/matters"), asked.conditions() == 0));
        kept.forEach(view -> tabs.add(
                new Link(view.name(), "/matters?" + view.query(), view.query().equals(asked.query()))));
        return tabs;
    }

    private static Pager pager(Asked asked, Listing<InboxRow> page) {
        var previous = page.previous();
        var next = page.next();
        return new Pager(
                previous == null ? null : asked.at("/matters", previous),
                next == null ? null : asked.at("/matters", next),
                "每页 " + PAGE + " 件");
    }

    /** A count that stops says so. */
    static String total(int count) {
        return count >= Inboxes.COUNTED ? Inboxes.COUNTED + "+" : String.valueOf(count);
    }

    @GetMapping("/matters/print")
    ModelAndView print(Viewer viewer, @ModelAttribute(name = "asked", binding = false) Asked asked) {
        var page = inboxes.page(viewer, asked.filter(), null, PRINTED);
        return Views.page(
                "worklist/print",
                "打印",
                Map.of(
                        "words",
                        lines.words(asked),
                        "lines",
                        lines.of(viewer, page.items()),
                        "more",
                        page.next() != null,
                        "back",
                        asked.at("/matters"),
                        "at",
                        lines.stamp()),
                Optional.ofNullable(asked.filter().kind()).orElse(""));
    }

    @PostMapping("/matters/views")
    ModelAndView save(
            Viewer viewer,
            @ModelAttribute(name = "asked", binding = false) Asked asked,
            @RequestParam(defaultValue = "") String name) {
        var back = asked.at("/matters");
        try {
            views.save(viewer, Optional.ofNullable(asked.filter().kind()).orElse(""), name, asked);
        } catch (Refusal refusal) {
            return Views.redirect(back, Flash.fault(refusal.faults().getFirst().message()));
        }
        return Views.redirect(back, Flash.done("已保存为视图“" + name.strip() + "”，下次在标签上点开。"));
    }

    @PostMapping("/matters/views/{id}/delete")
    ModelAndView delete(
            Viewer viewer, @PathVariable UUID id, @ModelAttribute(name = "asked", binding = false) Asked asked) {
        views.delete(viewer, id);
        return Views.redirect(Asked.ofKind(asked.filter().kind()).at("/matters"), Flash.done("视图已删除，事项本身不受影响。"));
    }
}
