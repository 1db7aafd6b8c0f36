package cn.daxietong.web;

import cn.daxietong.shared.UnitId;

/** A unit's name as people read it in the header. Whoever owns the units implements it. */
@FunctionalInterface
public interface UnitTitle {
    String of(UnitId unit);
}
