package cn.daxietong.casework;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;

/** The procuratorate withdrew a 反向移送 that was registered in error, so that the case stands as it stood before (刑事诉讼法 第一百七十七条). */
@Title("检察机关撤回反向移送")
public record ReturnWithdrawn() implements Action {}
