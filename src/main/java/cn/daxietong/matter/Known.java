package cn.daxietong.matter;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a unit has written before, offered where it is written again, so that it is written alike.
 *
 * @param kind of the unit's own open matters that are looked over
 * @param says what one of them says, if anything
 */
public record Known(String kind, Function<Matter<?>, Optional<String>> says) {}
