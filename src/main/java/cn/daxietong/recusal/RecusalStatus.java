package cn.daxietong.recusal;

import cn.daxietong.matter.Status;

/** Where a recusal stands. */
public enum RecusalStatus implements Status {
    APPLIED("待决定"),
    RECUSED("已决定回避"),
    REFUSED("不予回避"),
    WITHDRAWN("已撤回"),
    LIFTED("已解除"),
    ENDED("随事项办结");

    private final String title;

    RecusalStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this != APPLIED && this != RECUSED;
    }
}
