package cn.daxietong.casework;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;

/** The procuratorate took the case up for 反向移送, so that nobody asks any longer whether it will (刑事诉讼法 第一百七十七条). */
@Title("检察机关审查反向移送")
public record ReturnedForPenalty() implements Action {}
