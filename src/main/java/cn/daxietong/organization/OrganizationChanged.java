package cn.daxietong.organization;

import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;

/** Somebody administered a unit; said in the same transaction, so that the security log holds it or the change is not made. */
public record OrganizationChanged(Viewer by, UnitId unit, String what) {}
