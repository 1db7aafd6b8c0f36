package cn.daxietong.exhibit;

import cn.daxietong.matter.Known;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Personal;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Shown;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.Refusal;
import cn.daxietong.web.Link;
import cn.daxietong.web.NavItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 涉案物品 as a kind of matter: one matter an item. */
@Component
@Order(20)
final class ExhibitKind implements MatterKind<Kept> {
    static final String CODE = "exhibit";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "涉案物品";
    }

    @Override
    public String series() {
        return ExhibitCode.SERIES;
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(110, false);
    }

    @Override
    public String icon() {
        return "document";
    }

    @Override
    public Procedure<Kept> procedure() {
        return ExhibitProcedure.TABLE;
    }

    @Override
    public String title(Kept k) {
        return k.line();
    }

    @Override
    public Optional<String> commodity(Kept k) {
        return Optional.ofNullable(k.thing().commodity());
    }

    @Override
    public List<Personal> heldAlone(Kept k) {
        var identifier = k.thing().identifier();
        return identifier == null ? List.of() : List.of(identifier);
    }

    @Override
    public boolean holdsAlone(Kept k) {
        return k.held();
    }

    /** That it is held is what the law lets everybody know who would seize it; not by whom and in which case. */
    @Override
    public Refusal alreadyHeld(Kept k) {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "already_seized",
                "不得重复查封",
                "“" + k.thing().description()
                        + "”的识别号已经在查封、扣押或者先行登记保存之中，尚未解除，不得重复查封（《行政强制法》第二十三条）。请核对识别号；本单位登记过的，在“涉案物品”中按识别号查找，"
                        + "先行登记保存改为查封扣押的先解除登记保存；其他单位登记的，请与指挥部办公室联系。");
    }

    @Override
    public String ownerDoes() {
        return "保管";
    }

    @Override
    public Map<String, Object> prefilled(Kept k, String action) {
        var category = k.quality().category();
        var place = k.custody().current().place();
        return switch (action) {
            case "store" ->
                category == null || place == null
                        ? place == null ? Map.of() : Map.of("place", place)
                        : Map.of("place", place, "category", category);
            case "take_over" ->
                k.custody()
                        .underWay()
                        .<Map<String, Object>>map(h -> Map.of("quantity", h.quantity()))
                        .orElse(Map.of());
            case "check" -> Map.of("quantity", k.quantityNow());
            default -> Map.of();
        };
    }

    /** What is approved is not signed unseen. */
    @Override
    public Optional<Object> signs(Kept k, String action) {
        return action.endsWith("_disposal") || action.equals("dispose")
                ? Optional.ofNullable(k.fate().disposal())
                : Optional.empty();
    }

    @Override
    public List<Shown> derived(Kept k, Instant now) {
        var lines = new ArrayList<Shown>();
        if (k.custody().costs()) {
            lines.add(new Shown.Line("至今保管费", Wording.figure(k.custody().cost(now)) + " 元", null));
        }
        if (k.awaitsLegalReview()) {
            lines.add(new Shown.Line("法律依据", "由办理单位填写，待法制审核", null));
        }
        return lines;
    }

    @Override
    public Optional<Known> known(String picks) {
        return Kept.places(picks);
    }

    @Override
    public List<Link> pages(UUID id) {
        return List.of(Link.to("打印标签", "/exhibits/labels?matter=" + id));
    }
}
