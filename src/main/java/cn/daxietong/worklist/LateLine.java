package cn.daxietong.worklist;

import cn.daxietong.web.Due;

/** A matter that waits for another unit beyond its time. */
public record LateLine(String path, String number, String title, String owner, Due due) {}
