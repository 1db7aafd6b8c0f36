package cn.daxietong.jointcase;

import cn.daxietong.matter.Status;

/** Where an operation stands. */
public enum OperationStatus implements Status {
    PLANNED("方案待批"),
    APPROVED("待部署"),
    DEPLOYED("已部署"),
    UNDERWAY("行动中"),
    FINISHED("已结束"),
    CANCELLED("已取消");

    private final String title;

    OperationStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == FINISHED || this == CANCELLED;
    }
}
