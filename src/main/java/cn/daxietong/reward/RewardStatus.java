package cn.daxietong.reward;

import cn.daxietong.matter.Status;

/** Where a reward stands; whether its voucher was paid is not among it, because nothing leads from the voucher back. */
enum RewardStatus implements Status {
    PROPOSED("复核中"),
    APPROVED("待批准"),
    GRANTED("待领取"),
    CLAIMED("已领凭证"),
    LAPSED("逾期放弃"),
    REFUSED("不予奖励"),
    WITHDRAWN("已撤回");

    private final String title;

    RewardStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == CLAIMED || this == LAPSED || this == REFUSED || this == WITHDRAWN;
    }
}
