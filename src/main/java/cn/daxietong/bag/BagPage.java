package cn.daxietong.bag;

import cn.daxietong.ledger.Notary;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.Viewer;
import cn.daxietong.verifier.Names;
import cn.daxietong.verifier.Suite;
import cn.daxietong.web.Views;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of a matter's bag: where it stands, how to take it and how to check it. */
@Controller
class BagPage {
    private final Bags bags;
    private final Matters matters;
    private final Notary notary;

    BagPage(Bags bags, Matters matters, Notary notary) {
        this.bags = bags;
        this.matters = matters;
        this.notary = notary;
    }

    @GetMapping("/matters/{id}/bag")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        var seen = matters.see(viewer, id, "page");
        var bag = bags.delivered(viewer, id);
        var beside = bag.map(b -> bags.additions(viewer, b.id())).orElse(Map.of());
        var sheet = new BagSheet(
                id,
                seen.matter().number(),
                seen.matter().title(),
                bag.map(b -> Wording.minute(b.at()) + "，第 " + b.version() + " 版")
                        .orElse("下载时按事项现状封装"),
                bag.map(b -> beside.containsKey(Names.STAMP) ? "已加盖" : "待加盖").orElse(null),
                bag.map(b -> beside.containsKey(Names.PROOF) ? "已进入检查点" : "检查点尚未生成，稍后自动补上")
                        .orElse(null),
                bag.map(b -> new BagSheet.Pair(
                                String.valueOf(b.roots().get(Suite.SM)),
                                String.valueOf(b.roots().get(Suite.INTL))))
                        .orElse(null),
                bags.stored(viewer, id).isPresent(),
                new BagSheet.Pair(fingerprint(Suite.SM), fingerprint(Suite.INTL)));
        return Views.page("bag/bag", "移送袋", Map.of("bag", sheet), seen.kind().code());
    }

    private String fingerprint(Suite suite) {
        return suite.fingerprint(notary.publicKey(Sealer.ledgers(suite)));
    }
}
