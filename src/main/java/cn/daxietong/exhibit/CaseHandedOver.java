package cn.daxietong.exhibit;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;

/** Another unit answers for the case now, under this number; custody stays where it is until it is handed over. */
@Title("案件转由其他单位承办")
public record CaseHandedOver(UnitId unit, String caseNumber) implements Action {}
