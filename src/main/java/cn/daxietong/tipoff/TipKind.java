package cn.daxietong.tipoff;

import cn.daxietong.matter.ActionForm;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.web.Link;
import cn.daxietong.web.NavItem;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 举报 as a kind of matter; its title says the day and how it was told, and no more. */
@Component
@Order(0)
final class TipKind implements MatterKind<Tip> {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    @Override
    public String code() {
        return "tipoff";
    }

    @Override
    public String title() {
        return "举报";
    }

    @Override
    public String series() {
        return "鹿打私举";
    }

    @Override
    public Optional<ActionForm.Caution> caution(UUID id, String action) {
        return action.equals("accept") || action.equals("decline")
                ? Optional.of(new ActionForm.Caution("受理与否，要看过内容再决定。", Link.to("打开内容看一看", "/tipoffs/" + id)))
                : Optional.empty();
    }

    /** The numbers of 县纪委监委 would say that it received something. */
    @Override
    public boolean sealed() {
        return true;
    }

    @Override
    public String series(Tip tip) {
        return tip.desk().series();
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(18, false);
    }

    @Override
    public String icon() {
        return "lead";
    }

    @Override
    public Procedure<Tip> procedure() {
        return TipProcedure.TABLE;
    }

    @Override
    public String title(Tip tip) {
        return DAY.format(tip.filedOn()) + cn.daxietong.matter.Fields.titleOf(tip.manner()) + "举报";
    }

    @Override
    public Optional<String> commodity(Tip tip) {
        return Optional.ofNullable(tip.commodity());
    }
}
