package cn.daxietong.exhibit;

import cn.daxietong.matter.Status;

/** Where an exhibit stands. */
public enum ExhibitStatus implements Status {
    REGISTERED("待入库"),
    IN_CUSTODY("在库"),
    HANDING_OVER("移交中"),
    DISPOSAL_PROPOSED("先行处置待批"),
    DISPOSAL_APPROVED("待先行处置"),
    RELEASED("已解除，待返还"),
    DISPOSED("已先行处置"),
    RETURNED("已返还"),
    CONFISCATED("已没收上缴"),
    DESTROYED("已销毁"),
    SENT_ON("已随案移送");

    private final String title;

    ExhibitStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return ordinal() >= DISPOSED.ordinal();
    }
}
