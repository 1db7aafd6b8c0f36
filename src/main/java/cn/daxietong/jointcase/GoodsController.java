package cn.daxietong.jointcase;

import cn.daxietong.jointcase.Goods.Good;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.ExcelFile;
import cn.daxietong.web.Link;
import cn.daxietong.web.Pager;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** All goods of a room, page by page, for when they are too many to stand beside it. */
@Controller
class GoodsController {
    private static final int PRINTED = 500;

    private final Goods goods;
    private final Wording words;
    private final GoodsExport export;
    private final Clock clock;

    GoodsController(Goods goods, Wording words, GoodsExport export, Clock clock) {
        this.goods = goods;
        this.words = words;
        this.export = export;
        this.clock = clock;
    }

    static String path(UUID room) {
        return "/joint-cases/" + room + "/goods";
    }

    /** An id that is none is answered like one that does not exist. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    @GetMapping("/joint-cases/{id}/goods")
    ModelAndView list(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after) {
        var room = goods.room(viewer, id(id), "page").matter();
        var wanted = wanted(status);
        var counts = goods.counts(viewer, room.id());
        var page = goods.page(viewer, room.id(), wanted, after == null ? null : id(after), GoodsAside.FEW);
        var open = goods.open(viewer, page.items());
        var tabs = new ArrayList<Link>();
        var here = path(room.id());
        var total = counts.values().stream().mapToInt(Integer::intValue).sum();
        tabs.add(new Link("全部 " + total, here, wanted == null));
        counts.forEach((s, count) -> tabs.add(new Link(
                s.title() + " " + count, here + "?status=" + s.code(), s.code().equals(wanted))));
        var filter = at(here, wanted) + (wanted == null ? "?" : "&");
        return Views.page(
                "jointcase/goods",
                "共享的涉案物品",
                Map.of(
                        "back",
                        Link.to(room.title(), "/matters/" + room.id()),
                        "tabs",
                        List.copyOf(tabs),
                        "lines",
                        page.items().stream().map(g -> line(g, open)).toList(),
                        "pager",
                        new Pager(
                                null,
                                page.next() == null ? null : filter + "after=" + page.next(),
                                "每页 " + GoodsAside.FEW + " 项，按承办单位排列"),
                        "printPath",
                        at(here + "/print", wanted),
                        "exportPath",
                        at(here + "/export", wanted)),
                "joint_case");
    }

    @GetMapping("/joint-cases/{id}/goods/print")
    ModelAndView print(
            Viewer viewer, @PathVariable String id, @RequestParam(required = false) @Nullable String status) {
        var room = goods.room(viewer, id(id), "print").matter();
        var page = goods.page(viewer, room.id(), wanted(status), null, PRINTED);
        return Views.page(
                "jointcase/goods-print",
                "打印共享的涉案物品",
                Map.of(
                        "words",
                        scope(room, status),
                        "lines",
                        page.items().stream().map(g -> line(g, Set.of())).toList(),
                        "more",
                        page.next() != null,
                        "back",
                        at(path(room.id()), status),
                        "at",
                        Wording.minute(clock.instant())),
                "joint_case");
    }

    @GetMapping("/joint-cases/{id}/goods/export")
    void export(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String status,
            HttpServletResponse response)
            throws IOException {
        var room = goods.room(viewer, id(id), "export").matter();
        var lines = goods.page(viewer, room.id(), wanted(status), null, GoodsExport.MOST)
                .items();
        var file = export.write(viewer, scope(room, status), lines);
        ExcelFile.handOut(file, "共享的涉案物品.xlsx", response);
    }

    private String scope(Matter<?> room, @Nullable String status) {
        var wanted = wanted(status);
        return room.title() + (wanted == null ? "，全部" : "，" + goods.statusTitle(wanted));
    }

    private static @Nullable String wanted(@Nullable String status) {
        return status == null || status.isBlank() ? null : status;
    }

    private static String at(String path, @Nullable String status) {
        var wanted = wanted(status);
        return wanted == null ? path : path + "?status=" + UriUtils.encodeQueryParam(wanted, StandardCharsets.UTF_8);
    }

    private GoodLine line(Good good, Set<UUID> open) {
        return new GoodLine(
                good.title(),
                good.number(),
                open.contains(good.exhibit()) ? "/matters/" + good.exhibit() : null,
                goods.statusTitle(good),
                words.unit(good.custodian()),
                Wording.minute(good.since()),
                words.unit(good.unit()),
                good.caseNumber());
    }
}
