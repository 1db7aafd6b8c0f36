package cn.daxietong.lead;

import cn.daxietong.matter.Action;
import cn.daxietong.shared.Title;
import org.jspecify.annotations.Nullable;

/** Begins a lead from a tip-off, in the duty officer's words; whoever told it is not among them (notice 三（六） 保密). */
@Title("由举报转来")
public record LeadOpening(
        String title, @Nullable String commodity, @Nullable String place, String description) implements Action {}
