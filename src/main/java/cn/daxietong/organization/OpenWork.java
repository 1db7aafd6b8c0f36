package cn.daxietong.organization;

import cn.daxietong.shared.UnitId;

/** What a unit still has to do; declared by whoever keeps such work, so that no unit ends and leaves it behind. */
public interface OpenWork {
    /** How many matters the unit answers for or must act on. */
    int of(UnitId unit);
}
