package cn.daxietong.worklist;

import java.util.List;

/**
 * To-dos that are about equally pressing.
 *
 * @param count in words: 12, or 99+
 * @param more whether there are others than these
 */
public record TodoGroup(Span span, List<TodoLine> lines, String count, boolean more) {}
