package cn.daxietong.exhibit;

import cn.daxietong.document.QrCode;
import cn.daxietong.matter.InboxRow;
import cn.daxietong.matter.Inboxes;
import cn.daxietong.matter.Matters;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.UnitTitle;
import cn.daxietong.web.Views;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a label leads, and the labels to print. */
@Controller
class ExhibitPages {
    private final Matters matters;
    private final Inboxes inboxes;
    private final Stocktaking stocktaking;
    private final UnitTitle units;
    private final String address;

    /** @param address where this platform is reached from outside, for the QR code */
    ExhibitPages(
            Matters matters,
            Inboxes inboxes,
            Stocktaking stocktaking,
            UnitTitle units,
            @Value("${daxietong.public-address:http://localhost:${server.port:8080}}") String address) {
        this.matters = matters;
        this.inboxes = inboxes;
        this.stocktaking = stocktaking;
        this.units = units;
        this.address = address.replaceFirst("/+$", "");
    }

    /** The labels of an exhibit, or of all exhibits of a case or a stocktaking that this viewer may see. */
    @GetMapping("/exhibits/labels")
    ModelAndView labels(Viewer viewer, @RequestParam UUID matter) {
        var seen = matters.see(viewer, matter, "page");
        var own = inboxes.numbered(viewer, ExhibitKind.CODE, seen.matter().number());
        Stream<InboxRow> rows = own.isPresent()
                ? own.stream()
                : seen.matter().state() instanceof Inventory inventory
                        ? inventory.lines().stream()
                                .flatMap(l -> ExhibitCode.read(l.code()).stream())
                                .flatMap(c -> inboxes.numbered(viewer, ExhibitKind.CODE, c.number()).stream())
                        : seen.links().stream().map(l -> l.row()).filter(r -> r.kind()
                                .equals(ExhibitKind.CODE));
        var labels = rows.flatMap(r -> ExhibitCode.ofNumber(r.number()).map(c -> label(c, r)).stream())
                .toList();
        return Views.page(
                "exhibit/labels",
                "物品标签",
                Map.of("labels", labels, "back", "/matters/" + matter),
                seen.kind().code());
    }

    private LabelTag label(ExhibitCode code, InboxRow row) {
        return new LabelTag(
                code.text(),
                QrCode.dataUri(address + "/exhibits/" + code.text()),
                row.number(),
                row.title(),
                units.of(row.ownerUnit()));
    }

    /**
     * Where the picture on a label leads. While the viewer's unit is taking stock, to one tap that records it, whatever the label is of: an item
     * that is hidden from them and one that does not exist are answered alike.
     */
    @GetMapping("/exhibits/{code}")
    ModelAndView scanned(Viewer viewer, @PathVariable String code) {
        var read = ExhibitCode.read(code).orElseThrow(Refusal::notFound);
        var row = inboxes.numbered(viewer, ExhibitKind.CODE, read.number());
        var counting = stocktaking.underWay(viewer);
        if (counting.isEmpty()) {
            return Views.redirect(
                    "/matters/" + row.orElseThrow(Refusal::notFound).id());
        }
        return Views.page(
                "exhibit/scanned",
                "物品 " + read.text(),
                Map.of("code", read.text(), "item", row.map(List::of).orElse(List.of()), "counting", counting),
                InventoryKind.CODE);
    }
}
