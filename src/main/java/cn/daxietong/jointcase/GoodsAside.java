package cn.daxietong.jointcase;

import cn.daxietong.jointcase.Goods.Good;
import cn.daxietong.matter.Aside;
import cn.daxietong.matter.Seen;
import cn.daxietong.matter.Shown;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** In the room: the goods that its units share, as they are now. Few are listed by their cases, many counted by status, each figure leading to its lines. */
@Component
class GoodsAside implements Aside {
    static final int FEW = 50;
    private static final List<Shown.Head> HEADS = List.of(
            new Shown.Head("物品", false, false),
            new Shown.Head("编号", false, true),
            new Shown.Head("状态", false, true),
            new Shown.Head("保管单位", false, false),
            new Shown.Head("保管自", false, true));

    /** True of each: nothing registered, gone to another unit, or kept from this person; which of them is not the room's to say. */
    static final String NOTHING_SEEN = "目前没有可以看到的涉案物品：共享的案件登记物品以后自动列在这里；案件已由其他单位承办的，由该单位共享后可见；本人应当回避的案件不显示。";

    private final Goods goods;
    private final Wording words;

    GoodsAside(Goods goods, Wording words) {
        this.goods = goods;
        this.words = words;
    }

    @Override
    public Optional<Shown.Group> beside(Viewer viewer, Seen<?> seen) {
        return seen.matter().state() instanceof JointCase j
                ? Optional.of(new Shown.Group("涉案物品", parts(viewer, seen, j)))
                : Optional.empty();
    }

    private List<Shown> parts(Viewer viewer, Seen<?> seen, JointCase j) {
        if (seen.closed()) {
            return List.of(said("联合办案已经结束，涉案物品不再共享；需要了解的，向承办案件的单位查询。"));
        }
        if (j.invited().contains(viewer.unit())) {
            return List.of(said("本单位还没有答复邀请，参加联合办案以后可以看到参加单位共享的涉案物品。"));
        }
        if (j.room().goods().isEmpty()) {
            return List.of(said("还没有单位共享涉案物品。承办案件的参加单位可以在“办理”中选择“共享涉案物品”。"));
        }
        var room = seen.matter().id();
        var page = goods.page(viewer, room, null, null, FEW);
        if (page.items().isEmpty()) {
            return List.of(said(NOTHING_SEEN));
        }
        return page.next() == null ? listed(viewer, room, page.items()) : counted(viewer, room);
    }

    private static Shown said(String text) {
        return new Shown.Line("共享情况", text, null);
    }

    private List<Shown> listed(Viewer viewer, UUID room, List<Good> all) {
        var open = goods.open(viewer, all);
        var byCase = new LinkedHashMap<String, List<List<Shown.Cell>>>();
        for (var good : all) {
            byCase.computeIfAbsent(words.unit(good.unit()) + "承办，" + good.caseNumber(), c -> new ArrayList<>())
                    .add(row(good, open));
        }
        var parts = new ArrayList<Shown>();
        parts.add(new Shown.Line("全部", all.size() + " 项", GoodsController.path(room)));
        byCase.forEach((kase, rows) -> parts.add(new Shown.Grid(kase, HEADS, rows)));
        return List.copyOf(parts);
    }

    private List<Shown.Cell> row(Good good, Set<UUID> open) {
        return List.of(
                Shown.Cell.of(good.title()),
                new Shown.Cell(good.number(), open.contains(good.exhibit()) ? "/matters/" + good.exhibit() : null),
                Shown.Cell.of(goods.statusTitle(good)),
                Shown.Cell.of(words.unit(good.custodian())),
                Shown.Cell.of(Wording.minute(good.since())));
    }

    private List<Shown> counted(Viewer viewer, UUID room) {
        var counts = goods.counts(viewer, room);
        var total = counts.values().stream().mapToInt(Integer::intValue).sum();
        var lines = new ArrayList<Shown>();
        lines.add(new Shown.Line("全部", total + " 项", GoodsController.path(room)));
        counts.forEach((status, count) -> lines.add(
                new Shown.Line(status.title(), count + " 项", GoodsController.path(room) + "?status=" + status.code())));
        return List.copyOf(lines);
    }
}
