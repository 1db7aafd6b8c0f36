package cn.daxietong.matter;

import cn.daxietong.identity.Accounts;
import cn.daxietong.organization.Commodities;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Names, times and figures as people in the county read them. */
@Component
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final Map<String, String> PURPOSES = Map.ofEntries(
            Map.entry("page", "查看"),
            Map.entry("board", "查看看板"),
            Map.entry("print", "打印"),
            Map.entry("export", "导出"),
            Map.entry("form", "办理"),
            Map.entry("api", "接口查询"),
            Map.entry("timeline", "查看经过"),
            Map.entry("access", "查看权限"),
            Map.entry("document", "下载文书"),
            Map.entry("attachment", "下载附件"),
            Map.entry("casebook", "制作案卷"),
            Map.entry("bundle", "下载移送袋"));

    private final Units units;
    private final Accounts accounts;
    private final Commodities commodities;

    Wording(Units units, Accounts accounts, Commodities commodities) {
        this.units = units;
        this.accounts = accounts;
        this.commodities = commodities;
    }

    public String unit(UnitId id) {
        return units.shortName(id);
    }

    public String account(AccountId id) {
        return id.equals(AccountId.SYSTEM) ? "平台" : accounts.name(id);
    }

    /** Who took a step: unit and name, and whether they stood in for the head. */
    public String actor(Matters.TimelineLine line) {
        return unit(line.unit()) + " " + account(new AccountId(line.actor())) + (line.acting() ? "（代，主持工作的负责人）" : "");
    }

    String commodity(String id) {
        return commodities.name(id);
    }

    public static String role(String role) {
        return Role.of(role).title();
    }

    public static String purpose(String purpose) {
        return PURPOSES.getOrDefault(purpose, purpose);
    }

    public static String minute(Instant at) {
        return MINUTE.format(at.atZone(MatterView.ZONE));
    }

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String figure(BigDecimal value) {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
