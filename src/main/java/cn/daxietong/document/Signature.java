package cn.daxietong.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 发文机关署名 and 成文日期.
 *
 * @param on null prints 年 月 日 to be filled in by hand, as on a 回执 that the receiver completes
 * @param sealed whether a seal is due here; none is available electronically, so its place is marked 样章无效
 */
public record Signature(String unit, @Nullable LocalDate on, boolean sealed) {}
