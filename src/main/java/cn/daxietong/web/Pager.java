package cn.daxietong.web;

import org.jspecify.annotations.Nullable;

/**
 * Leafs through a list by keys, not by page numbers, so that rows which arrive meanwhile neither repeat nor vanish.
 *
 * @param words what stands beside the buttons, such as 共约 236 件
 */
public record Pager(@Nullable String previous, @Nullable String next, String words) {}
