package cn.daxietong.tipoff;

import cn.daxietong.matter.Status;

/** Where a tip-off stands, and what its teller reads of that. */
enum TipStatus implements Status {
    RECEIVED("待受理", "举报已经收到，等待值班人员查看。"),
    ACCEPTED("已受理", "举报已经受理，正在研究如何核查。"),
    HANDED_ON("核查中", "举报的情况已经转给有权的单位核查；转出的材料里没有举报人的信息。"),
    CHECKED("待答复", "核查已有结果，值班人员将给您答复。"),
    TO_REWARD("待研究奖励", "举报已经查实，正在研究奖励。"),
    ANSWERED("已答复", "举报已经办结。"),
    MERGED("已并案", "您举报的情况已经并入正在办理的事项，一起核查。"),
    DECLINED("不予受理", "经审看不予受理。");

    private final String title;
    private final String forTheTeller;

    TipStatus(String title, String forTheTeller) {
        this.title = title;
        this.forTheTeller = forTheTeller;
    }

    @Override
    public String title() {
        return title;
    }

    String forTheTeller() {
        return forTheTeller;
    }

    @Override
    public boolean closed() {
        return this == ANSWERED || this == MERGED || this == DECLINED;
    }
}
