package cn.daxietong.tipoff;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Status;
import cn.daxietong.shared.Title;
import java.time.LocalDate;

/**
 * What the ledger keeps of all tip-offs of one day: one hash over their values, and not how many there were.
 *
 * @param root of the Merkle tree over the day's values in their own order, in the suite of the ledger, hexadecimal
 */
record DaySeal(
        @Title("举报日期") LocalDate day, @Title("当日各件凭证的总校验值") String root) {

    /** The day is over, so its values can be sealed together. */
    @Title("封存当日举报凭证")
    record Seal(
            @Title("举报日期") LocalDate day,
            @Title("当日各件凭证的总校验值") String root) implements Action {}

    /** A seal is never opened again. */
    enum Stage implements Status {
        SEALED;

        @Override
        public String title() {
            return "已封存";
        }

        @Override
        public boolean closed() {
            return true;
        }
    }
}
