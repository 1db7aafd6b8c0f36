package cn.daxietong.penalty;

import cn.daxietong.matter.Status;

/** Where the procedure of a penalty stands. */
public enum PenaltyStatus implements Status {
    DRAFTED("调查终结，拟处理"),
    NOTIFIED("告知和陈述申辩"),
    HEARING("听证"),
    DELIBERATING("审查决定"),
    DECIDED("已决定，待送达"),
    SERVED("执行"),
    URGED("已催告"),
    COURT("已申请法院强制执行"),
    EXECUTED("执行完毕"),
    NOT_PENALISED("不予行政处罚"),
    WITHDRAWN("已撤回"),
    REVOKED("处罚决定已撤销"),
    OVERTAKEN("随案件终止");

    private final String title;

    PenaltyStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return switch (this) {
            case DRAFTED, NOTIFIED, HEARING, DELIBERATING, DECIDED, SERVED, URGED, COURT -> false;
            case EXECUTED, NOT_PENALISED, WITHDRAWN, REVOKED, OVERTAKEN -> true;
        };
    }
}
