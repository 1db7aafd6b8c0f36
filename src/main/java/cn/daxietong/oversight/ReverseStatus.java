package cn.daxietong.oversight;

import cn.daxietong.matter.Status;

/** Where a reverse transfer stands. */
public enum ReverseStatus implements Status {
    REVIEWING("审查中"),
    OPINION_SENT("已提检察意见"),
    HANDLING("主管机关办理中"),
    PENALISED("已作行政处罚"),
    NOT_PENALISED("不予处罚（已说明理由）"),
    TRANSFERRED_ON("已移送其他机关"),
    NO_OPINION("审查终结，不提意见"),
    WITHDRAWN("已撤回");

    private final String title;

    ReverseStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == PENALISED
                || this == NOT_PENALISED
                || this == TRANSFERRED_ON
                || this == NO_OPINION
                || this == WITHDRAWN;
    }
}
