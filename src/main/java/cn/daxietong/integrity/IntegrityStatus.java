package cn.daxietong.integrity;

import cn.daxietong.matter.Status;

/** Where a clue stands. */
public enum IntegrityStatus implements Status {
    SENT("已报送"),
    RECEIVED("已接收"),
    RETURNED("退回补充"),
    ACCEPTED("已受理"),
    DECLINED("不予受理"),
    PASSED_ON("已移送其他机关"),
    ANSWERED("已办结");

    private final String title;

    IntegrityStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == DECLINED || this == PASSED_ON || this == ANSWERED;
    }
}
