package cn.daxietong.transfer;

import cn.daxietong.matter.MatterKind;
import cn.daxietong.matter.Procedure;
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
    public Procedure<Transfer> procedure() {
        return TransferProcedure.TABLE;
    }

    @Override
    public String title(Transfer transfer) {
        return transfer.caseTitle();
    }

    @Override
    public Optional<String> commodity(Transfer transfer) {
        return Optional.ofNullable(transfer.commodity());
    }
}
