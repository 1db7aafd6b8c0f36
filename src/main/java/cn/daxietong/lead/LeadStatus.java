package cn.daxietong.lead;

import cn.daxietong.matter.Status;

/** Where a lead stands. */
public enum LeadStatus implements Status {
    REGISTERED("待分派"),
    DISPATCHED("待受理"),
    ACCEPTED("核查中"),
    VERIFIED("已核查"),
    CASE_OPENED("已转案件"),
    CLOSED("已办结"),
    VOIDED("已作废");

    private final String title;

    LeadStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == CLOSED || this == VOIDED;
    }
}
