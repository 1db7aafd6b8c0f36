package cn.daxietong.lead;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Enclosure;
import cn.daxietong.shared.Title;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins a lead from a tip-off, in the duty officer's words; whoever told it is not among them (notice 三（六） 保密).
 *
 * @param attachments clean copies of what came with the tip-off; never an original
 */
@Title("由举报转来")
public record LeadOpening(
        String title,
        @Nullable String commodity,
        @Nullable String place,
        String description,
        List<Enclosure> attachments)
        implements Action {
    public LeadOpening {
        attachments = List.copyOf(attachments);
    }
}
