package cn.daxietong.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person in a seat over a span; the last day is included. */
public record HolderRow(
        long id,
        String name,
        String phone,
        LocalDate from,
        @Nullable LocalDate lastDay) {}
