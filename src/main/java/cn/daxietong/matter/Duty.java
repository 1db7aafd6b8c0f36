package cn.daxietong.matter;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What somebody must do, as the worklist names it.
 *
 * @param article what brought the matter here; absent where the row's own says it
 * @param holds while what it is due
 */
record Duty<S>(String title, Optional<String> article, Predicate<Matter<S>> holds) {}
