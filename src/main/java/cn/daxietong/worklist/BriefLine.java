package cn.daxietong.worklist;

import cn.daxietong.web.Link;
import org.jspecify.annotations.Nullable;

/** One sentence of the morning brief: what is, and where it leads. */
public record BriefLine(String text, @Nullable Link link) {}
