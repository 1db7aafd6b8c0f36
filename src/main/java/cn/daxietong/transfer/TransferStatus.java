package cn.daxietong.transfer;

import cn.daxietong.matter.Status;

/** Where a transfer stands. */
public enum TransferStatus implements Status {
    APPROVED("待移送"),
    SENT("待签收"),
    RETURNED("已退回"),
    RECEIVED("审查中"),
    REFUSED("不予立案"),
    RECONSIDERING("复议中"),
    RECONSIDERED("维持不予立案"),
    SUPERVISION("立案监督中"),
    FILED("已立案"),
    TAKEN_OVER("已接收"),
    CLOSED("已办结"),
    WITHDRAWN("已撤回");

    private final String title;

    TransferStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == CLOSED || this == WITHDRAWN;
    }
}
