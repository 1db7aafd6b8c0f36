package cn.daxietong.worklist;

import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Link;
import cn.daxietong.web.LocalPath;
import cn.daxietong.web.Pager;
import cn.daxietong.web.Views;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The whole list of to-dos, and what is done with several of them at once. */
@Controller
class TodoController {
    private static final int PAGE = 30;
    private static final int MOST_AT_ONCE = 200;

    private final Todos todos;
    private final Lines lines;
    private final Arranging arranging;

    TodoController(Todos todos, Lines lines, Arranging arranging) {
        this.todos = todos;
        this.lines = lines;
        this.arranging = arranging;
    }

    @GetMapping("/worklist")
    ModelAndView list(
            Viewer viewer,
            @RequestParam(defaultValue = "mine") String whose,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(defaultValue = "false") boolean snoozed,
            @RequestParam(required = false) @Nullable String cursor) {
        var hand =
                switch (whose) {
                    case "unit" -> Wanted.Whose.UNIT;
                    case "given" -> Wanted.Whose.GIVEN;
                    default -> Wanted.Whose.MINE;
                };
        var span = Span.of(due);
        var wanted = new Wanted(span, snoozed ? Wanted.Whose.UNIT : hand, snoozed, null);
        var page = todos.page(viewer, wanted, cursor, PAGE);
        var address = address(hand, span, snoozed);
        var next = page.next();
        var previous = page.previous();
        return Views.page(
                "worklist/todos",
                "待办",
                Map.of(
                        "tabs",
                        List.of(
                                tab("我的", Wanted.Whose.MINE, span, hand, snoozed),
                                tab("分给我的", Wanted.Whose.GIVEN, span, hand, snoozed),
                                tab("全单位", Wanted.Whose.UNIT, span, hand, snoozed),
                                new Link("已推迟", "/worklist?snoozed=true", snoozed)),
                        "spans",
                        List.of(Span.ANY, Span.OVERDUE, Span.TODAY, Span.SOON, Span.LATER).stream()
                                .map(s -> new Link(s.title(), address(hand, s, false), s == span))
                                .toList(),
                        "snoozed",
                        snoozed,
                        "lines",
                        lines.lines(viewer, page.items()),
                        "pager",
                        new Pager(
                                previous == null ? null : with(address, previous),
                                next == null ? null : with(address, next),
                                "共 " + Lines.atMost(todos.count(viewer, wanted)) + " 件"),
                        "bulk",
                        Bulk.of(lines.now(), arranging.colleagues(viewer))),
                "home");
    }

    private static Link tab(String title, Wanted.Whose whose, Span span, Wanted.Whose current, boolean snoozed) {
        return new Link(title, address(whose, span, false), !snoozed && whose == current);
    }

    private static String address(Wanted.Whose whose, Span span, boolean snoozed) {
        if (snoozed) {
            return "/worklist?snoozed=true";
        }
        var path = "/worklist?whose=" + whose.name().toLowerCase(Locale.ROOT);
        return span == Span.ANY ? path : path + "&due=" + span.code();
    }

    private static String with(String address, String cursor) {
        return UriComponentsBuilder.fromUriString(address)
                .queryParam("cursor", cursor)
                .build()
                .toUriString();
    }

    @PostMapping("/worklist/arrange")
    ModelAndView arrange(
            Viewer viewer,
            @RequestParam("do") String what,
            @RequestParam(required = false) @Nullable List<String> item,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "/") String back) {
        var path = LocalPath.of(back);
        var keys = keys(item);
        if (keys.isEmpty()) {
            return Views.redirect(path, Flash.warning("还没有勾选待办。请先在左侧勾选，再选择要做的事。"));
        }
        try {
            return Views.redirect(path, arranged(viewer, what, keys, new Said(until, reason, to)));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.INVALID) {
                throw refusal;
            }
            var sentences =
                    refusal.faults().stream().map(fault -> fault.message()).reduce("", (all, one) -> all + one);
            return Views.redirect(path, Flash.fault(sentences));
        }
    }

    /** What was filled in beside the ticks. */
    private record Said(String until, String reason, String to) {}

    private Flash arranged(Viewer viewer, String what, List<TodoKey> keys, Said said) {
        return switch (what) {
            case "snooze" ->
                done(arranging.snooze(viewer, keys, said.until(), said.reason()), "件已推迟提醒。法定期限照常计算，到期前一天会自动回到待办。");
            case "wake" -> done(arranging.wake(viewer, keys), "件已回到待办。");
            case "delegate" -> {
                var given = arranging.delegate(viewer, keys, said.to());
                var left = keys.size() - given;
                yield done(given, "件已分办。" + (left > 0 ? "另有 " + left + " 件须由其他岗位办理，未动。" : ""));
            }
            case "release" -> done(arranging.release(viewer, keys), "件已收回，改为未分办。");
            case "star" -> done(arranging.star(viewer, keys), "件已标记。");
            case "unstar" -> done(arranging.unstar(viewer, keys), "件已取消标记。");
            default -> Flash.fault("没有这个操作，请从页面上的按钮中选择。");
        };
    }

    private static Flash done(int count, String what) {
        return count == 0 ? Flash.note("所选待办已经办结或已由他人办理，列表已更新。") : Flash.done(count + " " + what);
    }

    private static List<TodoKey> keys(@Nullable List<String> items) {
        return Optional.ofNullable(items).orElse(List.of()).stream()
                .limit(MOST_AT_ONCE)
                .map(TodoKey::read)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
