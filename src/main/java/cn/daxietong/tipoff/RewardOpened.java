package cn.daxietong.tipoff;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;

/** A reward for it was proposed, so nobody has to think of one any more; said by whoever keeps the rewards. */
@Title("已提出奖励")
public record RewardOpened() implements Action {}
