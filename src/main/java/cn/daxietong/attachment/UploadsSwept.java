package cn.daxietong.attachment;

import cn.daxietong.shared.UnitId;

/** Files that a unit sent and never handed in have been removed; for whoever keeps the security log, in the transaction of the removal. */
public record UploadsSwept(UnitId unit, int files, long bytes) {}
