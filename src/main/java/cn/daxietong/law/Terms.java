package cn.daxietong.law;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the codes in the tables are called. */
final class Terms {
    private static final Map<String, String> TITLES = titles();

    private Terms() {}

    static String of(String code) {
        return TITLES.getOrDefault(code, code);
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        for (Commodity commodity : Commodity.values()) {
            titles.put(commodity.code(), commodity.title());
        }
        for (Act act : Act.values()) {
            titles.put(act.code(), act.title());
        }
        for (Facts.Entity entity : Facts.Entity.values()) {
            titles.put(entity.code(), entity.title());
        }
        for (Facts.Nature nature : Facts.Nature.values()) {
            titles.put(nature.code(), nature.title());
        }
        for (Facts.SpeciesLevel level : Facts.SpeciesLevel.values()) {
            titles.put(level.name().toLowerCase(Locale.ROOT), level.title());
        }
        // Several lists have an entry called other.
        for (RewardStandard standard : RewardStandard.values()) {
            titles.put(standard.scheme(), standard.schemeTitle());
            titles.put(standard.level(), standard.levelTitle());
        }
        titles.put("other", "其他");
        titles.put("yes", "是");
        titles.put("no", "否");
        titles.put("unknown", "未查明");
        titles.put("reached", "达到所定数额");
        titles.put("below", "未达到所定数额");
        titles.put("no_line", "没有定数额");
        return titles;
    }
}
