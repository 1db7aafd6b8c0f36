package cn.daxietong.transfer;

import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
import cn.daxietong.transfer.TransferAction.Material;
import cn.daxietong.transfer.TransferAction.MaterialKind;
import cn.daxietong.web.NavItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 移送 as a kind of matter. */
@Component
@Order(3)
final class TransferKind implements MatterKind<Transfer> {
    @Override
    public String code() {
        return "transfer";
    }

    @Override
    public String title() {
        return "移送";
    }

    @Override
    public String series() {
        return "鹿打私移";
    }

    @Override
    public NavItem.Place place() {
        return new NavItem.Place(40, true);
    }

    @Override
    public Procedure<Transfer> procedure() {
        return TransferProcedure.TABLE;
    }

    @Override
    public String title(Transfer transfer) {
        return transfer.origin().caseTitle();
    }

    @Override
    public Optional<String> commodity(Transfer transfer) {
        return Optional.ofNullable(transfer.origin().commodity());
    }

    /** 国务院令310号 第六条: the report always; letter and list the platform draws up, and what else is at hand only the sender knows. */
    @Override
    public Map<String, Object> prefilled(Transfer transfer, String action) {
        if (!action.equals("send")) {
            return Map.of();
        }
        var materials = new ArrayList<Material>();
        materials.add(new Material(
                MaterialKind.INVESTIGATION_REPORT, "关于" + transfer.origin().caseTitle() + "情况的调查报告", null, 1));
        return Map.of("materials", materials);
    }

    @Override
    public Optional<JurisdictionAssessment> jurisdiction(Transfer transfer) {
        return Optional.ofNullable(transfer.origin().jurisdiction());
    }

    @Override
    public Map<String, String> items(Transfer transfer) {
        var items = new LinkedHashMap<String, String>();
        transfer.withSender().forEach(e -> items.put(e.id(), e.line()));
        return items;
    }
}
