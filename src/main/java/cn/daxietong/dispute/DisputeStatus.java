package cn.daxietong.dispute;

import cn.daxietong.matter.Status;

/** Where a jurisdiction dispute stands. */
public enum DisputeStatus implements Status {
    RAISED("协商中"),
    COORDINATING("协调中"),
    OPINION_GIVEN("已出协调意见"),
    REPORTED_UP("已报请指定"),
    DECIDED("待按结果移送"),
    SETTLED("已解决"),
    WITHDRAWN("已撤回"),
    ENDED("随事项办结");

    private final String title;

    DisputeStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == SETTLED || this == WITHDRAWN || this == ENDED;
    }
}
