package cn.daxietong.coordination;

import cn.daxietong.matter.Status;

/** Where a coordination stands. */
public enum CoordinationStatus implements Status {
    ASKED("待受理"),
    ACCEPTED("待开会"),
    CONVENED("已通知开会"),
    MET("已开会"),
    ADVISED("已出协调意见"),
    CLOSED("已办结"),
    DECLINED("不予协调"),
    WITHDRAWN("已撤回"),
    ENDED("已终止");

    private final String title;

    CoordinationStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == CLOSED || this == DECLINED || this == WITHDRAWN || this == ENDED;
    }
}
