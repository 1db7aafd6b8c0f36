package cn.daxietong.jointcase;

import cn.daxietong.matter.Status;

/** Where a joint case stands. */
public enum JointCaseStatus implements Status {
    UNDERWAY("联合办理中"),
    RESEARCH("专题研究中"),
    CLOSED("已办结"),
    DISSOLVED("已解散");

    private final String title;

    JointCaseStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == CLOSED || this == DISSOLVED;
    }
}
