package cn.daxietong.casework;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the procedure of a penalty lets its case know; each is a row in the case's table, and what the case cannot take is not decided. */
public sealed interface PenaltySignal extends Action {

    /** From now on the decision is taken there and not by the case's own short way. */
    @Title("进入行政处罚程序")
    record PenaltyBegun() implements PenaltySignal {}

    /** @param fineYuan in 元; absent where there is no fine */
    @Title("作出行政处罚决定")
    record PenaltyDecided(
            @Title("处罚种类") Sanction kind,
            @Title("罚款（元）") @Nullable BigDecimal fineYuan,
            @Title(value = "决定内容", multiline = true) String text)
            implements PenaltySignal {}

    @Title("行政处罚决定书已送达")
    record PenaltyServed(@Title("送达时间") Instant at) implements PenaltySignal {}

    /** Ended before a decision, so that the case goes on as if it had not begun. */
    @Title("行政处罚程序未作处罚即终结")
    record PenaltyDropped(
            @Title(value = "理由", multiline = true) String reason) implements PenaltySignal {}

    /** The decision was set aside on review or in court, so that the case waits for one again. */
    @Title("行政处罚决定被撤销")
    record PenaltyRevoked(
            @Title(value = "理由", multiline = true) String reason) implements PenaltySignal {}

    @Title("行政处罚执行完毕")
    record PenaltyExecuted() implements PenaltySignal {}
}
