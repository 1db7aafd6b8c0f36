package cn.daxietong.casework;

import cn.daxietong.shared.Title;

/** 行政处罚法 第九条. */
public enum Sanction {
    @Title("警告")
    WARNING,
    @Title("通报批评")
    CRITICISM,
    @Title("罚款")
    FINE,
    @Title("没收违法所得、没收非法财物")
    CONFISCATION,
    @Title("暂扣许可证件、降低资质等级、吊销许可证件")
    LICENCE,
    @Title("限制开展生产经营活动、责令停产停业、责令关闭、限制从业")
    BUSINESS,
    @Title("不予行政处罚")
    NO_PENALTY
}
