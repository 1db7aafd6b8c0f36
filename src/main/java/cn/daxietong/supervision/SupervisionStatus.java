package cn.daxietong.supervision;

import cn.daxietong.matter.Status;

/** Where a supervision stands. */
public enum SupervisionStatus implements Status {
    APPLIED("待审核"),
    ENLISTED("督办中"),
    REPORTED("已报结果"),
    VERIFYING("回头看"),
    VERIFIED("核验通过"),
    RELEASED("已解除"),
    DECLINED("不予督办"),
    WITHDRAWN("已撤回");

    private final String title;

    SupervisionStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == RELEASED || this == DECLINED || this == WITHDRAWN;
    }
}
