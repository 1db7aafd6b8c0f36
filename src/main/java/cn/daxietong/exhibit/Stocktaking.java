package cn.daxietong.exhibit;

import cn.daxietong.matter.Filter;
import cn.daxietong.matter.InboxRow;
import cn.daxietong.matter.Inboxes;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A stocktaking as somebody walks through the store with it: one request a label, and the same one again does no harm. */
@Service
class Stocktaking {
    private static final int MOST = 20;

    private final Proceedings proceedings;
    private final Matters matters;
    private final Inboxes inboxes;

    Stocktaking(Proceedings proceedings, Matters matters, Inboxes inboxes) {
        this.proceedings = proceedings;
        this.matters = matters;
        this.inboxes = inboxes;
    }

    /** @throws Refusal {@code not_found} where it is absent, of another kind or not theirs to see */
    Matter<Inventory> see(Viewer viewer, UUID id) {
        return inventory(matters.see(viewer, id, "page").matter());
    }

    private static Matter<Inventory> inventory(Matter<?> matter) {
        if (!(matter.state() instanceof Inventory)) {
            throw Refusal.notFound();
        }
        @SuppressWarnings("unchecked")
        var inventory = (Matter<Inventory>) matter;
        return inventory;
    }

    /** The stocktakings that this viewer's unit has under way. */
    List<InboxRow> underWay(Viewer viewer) {
        var counting = new Filter(
                InventoryKind.CODE,
                InventoryStatus.COUNTING.code(),
                viewer.unit().value(),
                null,
                null,
                null,
                null);
        return inboxes.page(viewer, counting, null, MOST).items();
    }

    /** One label, by whatever was scanned or typed; nothing is written where it is recorded so already. */
    Inventory.Line scan(Viewer viewer, UUID id, InventoryAction.Scan scan) {
        var code = ExhibitCode.read(scan.code()).map(ExhibitCode::text).orElse(scan.code());
        var before = inventory(matters.visible(viewer, id).matter());
        var known = before.state().line(code).filter(l -> repeats(l, scan));
        if (known.isPresent() && before.status().equals(InventoryStatus.COUNTING.code())) {
            return known.get();
        }
        proceedings.act(viewer, id, "scan", Json.MAPPER.valueToTree(scan), null);
        return inventory(matters.visible(viewer, id).matter())
                .state()
                .line(code)
                .orElseThrow(Refusal::notFound);
    }

    private static boolean repeats(Inventory.Line line, InventoryAction.Scan scan) {
        return line.at() != null && scan.quantity() == null && blank(scan.note());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
