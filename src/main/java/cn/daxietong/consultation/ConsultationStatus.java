package cn.daxietong.consultation;

import cn.daxietong.matter.Status;

/** Where a consultation stands. */
public enum ConsultationStatus implements Status {
    ASKED("待答复"),
    ACCEPTED("研究中"),
    ANSWERED("已答复"),
    CLOSED("已办结"),
    DECLINED("不予答复"),
    WITHDRAWN("已撤回");

    private final String title;

    ConsultationStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == CLOSED || this == DECLINED || this == WITHDRAWN;
    }
}
