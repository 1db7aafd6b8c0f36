package cn.daxietong.exhibit;

import cn.daxietong.matter.Known;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.web.Link;
import cn.daxietong.web.NavItem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 盘点 as a kind of matter. */
@Component
@Order(21)
final class InventoryKind implements MatterKind<Inventory> {
    static final String CODE = "inventory";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String title() {
        return "盘点";
    }

    @Override
    public String series() {
        return "鹿打私盘";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(112, false);
    }

    @Override
    public String icon() {
        return "todo";
    }

    @Override
    public Procedure<Inventory> procedure() {
        return InventoryProcedure.TABLE;
    }

    @Override
    public String title(Inventory i) {
        return "盘点：" + i.place();
    }

    @Override
    public Optional<Known> known(String picks) {
        return Kept.places(picks);
    }

    @Override
    public List<Link> pages(UUID id) {
        return List.of(Link.to("扫码盘点", "/inventories/" + id), Link.to("打印标签", "/exhibits/labels?matter=" + id));
    }
}
