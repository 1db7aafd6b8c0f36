package cn.daxietong.jointcase;

import cn.daxietong.matter.Status;

/** Where a request for assistance stands. */
public enum AssistanceStatus implements Status {
    REQUESTED("待接受"),
    ACCEPTED("办理中"),
    REPORTED("待确认"),
    DONE("已完成"),
    DECLINED("不能协助"),
    WITHDRAWN("已撤回");

    private final String title;

    AssistanceStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == DONE || this == DECLINED || this == WITHDRAWN;
    }
}
