package cn.daxietong.casework;

import cn.daxietong.matter.Status;

/** Where a case stands. */
public enum CaseStatus implements Status {
    REGISTERED("待立案"),
    FILED("立案调查"),
    TRANSFER_PROPOSED("移送待批"),
    TRANSFERRING("移送中"),
    CRIMINAL_INVESTIGATION("刑事立案侦查"),
    PENALTY_DECIDED("已作处罚决定"),
    CLOSED("已结案");

    private final String title;

    CaseStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == CLOSED;
    }
}
