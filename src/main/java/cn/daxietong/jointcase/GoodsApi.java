package cn.daxietong.jointcase;

import cn.daxietong.jointcase.Goods.Good;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.PageSize;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The goods of a room over HTTP, for the systems of the units that take part. */
@RestController
class GoodsApi {
    private static final int USUAL = 50;

    private final Goods goods;
    private final Clock clock;

    GoodsApi(Goods goods, Clock clock) {
        this.goods = goods;
        this.clock = clock;
    }

    /** A list's answer. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GoodsView(List<GoodItem> items, @Nullable String next) {}

    /** @param matter the exhibit, for whoever may see it */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GoodItem(
            @Nullable String matter,
            String number,
            String title,
            String status,
            String statusTitle,
            String custodian,
            OffsetDateTime since,
            String unit,
            String caseNumber) {}

    @GetMapping("/api/v1/matters/{id}/goods")
    GoodsView list(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var most = PageSize.of(limit, USUAL);
        var room = goods.room(viewer, GoodsController.id(id), "api").matter().id();
        var page = goods.page(
                viewer,
                room,
                status == null || status.isBlank() ? null : status,
                cursor == null || cursor.isBlank() ? null : GoodsController.id(cursor),
                most);
        var open = goods.open(viewer, page.items());
        return new GoodsView(page.items().stream().map(g -> item(g, open)).toList(), page.next());
    }

    private GoodItem item(Good good, Set<UUID> open) {
        return new GoodItem(
                open.contains(good.exhibit()) ? good.exhibit().toString() : null,
                good.number(),
                good.title(),
                good.status(),
                goods.statusTitle(good),
                good.custodian().value(),
                good.since().atZone(clock.getZone()).toOffsetDateTime(),
                good.unit().value(),
                good.caseNumber());
    }
}
