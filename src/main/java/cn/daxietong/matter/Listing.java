package cn.daxietong.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next where the next page begins; absent on the last
 */
public record Listing<T>(List<T> items, @Nullable String next) {}
