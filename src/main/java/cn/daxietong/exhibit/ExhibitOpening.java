package cn.daxietong.exhibit;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Personal;
import cn.daxietong.shared.Title;
import cn.daxietong.transfer.Exhibit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Begins an exhibit when a case puts an item under a measure.
 *
 * @param commodity the id in the notice's list, where the case knows it
 * @param item as the case lists it
 * @param identifier box, frame, plate or batch number, by which nobody seizes it twice (行政强制法 第二十三条)
 * @param since when it was put under the measure
 */
@Title("列为涉案物品")
public record ExhibitOpening(
        String caseTitle,
        String caseNumber,
        @Nullable String commodity,
        Exhibit item,
        @Nullable Personal identifier,
        Instant since)
        implements Action {}
