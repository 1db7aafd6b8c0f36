package cn.daxietong.organization;

import cn.daxietong.shared.UnitId;
import java.util.List;

/**
 * One of the notice's 97 duties in its own words.
 *
 * @param units whose it is; empty where it is everybody's
 */
public record Duty(
        String id, String clause, String kind, String cadence, String commodity, String text, List<UnitId> units) {
    public Duty {
        units = List.copyOf(units);
    }

    public String cadenceTitle() {
        return switch (cadence) {
            case "continuous" -> "经常";
            case "per_case" -> "逐案";
            case "monthly" -> "每月";
            case "quarterly" -> "每季度";
            case "half_yearly" -> "每半年";
            case "yearly" -> "每年";
            case "once" -> "一次";
            default -> cadence;
        };
    }
}
