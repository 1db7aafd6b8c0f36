package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.util.List;

/** What hangs on one person and must find another when that person leaves. Whoever keeps such things declares a bean of it. */
public interface Belongings {
    /** What they are called together, such as 待办. */
    String title();

    /** All that this person has in this unit and that is not finished. */
    List<Belonging> list(AccountId account, UnitId unit);

    /** Gives all of it to the successor, in the transaction under way: all is re-homed, or nobody leaves. */
    void rehome(AccountId from, AccountId to, UnitId unit, Viewer by);
}
