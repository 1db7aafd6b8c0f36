package cn.daxietong.worklist;

import java.util.List;

/** Matters under one heading; no heading where there is only one group. */
public record MatterGroup(String title, List<MatterLine> lines) {}
