package cn.daxietong.oversight;

import cn.daxietong.matter.Status;

/** Where an oversight opinion stands. */
public enum OversightStatus implements Status {
    ISSUED("待回复"),
    REPLIED("已回复"),
    REPORTED_UP("已报告上级"),
    CLOSED("已办结"),
    REVOKED("已撤销");

    private final String title;

    OversightStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == CLOSED || this == REVOKED;
    }
}
