package cn.daxietong.demo;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.Filing;
import cn.daxietong.tipoff.Officers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives the officers of the demonstration their keys, with the passwords that lie beside the data. Tells of a month that is over, for the auditor's
 * counts, then five that are under way: one of them rewarded, one of an official.
 */
@Component
class TipOffs {
    private static final List<String> HOLDERS =
            List.of("office-handler", "u09-handler", "u05-head", "u09-head", "x02-handler");

    private static final String WORD = "演示暗语";

    private static final List<String> LAST_MONTH = List.of(
            "桥头停着一辆冷藏车，卸完货就走。", "集市上有人卖没有中文标签的牛肉。", "修车铺后院堆着好几个油桶。", "有人挨家问要不要便宜的外国烟。", "小超市的白糖袋子上没有厂名。", "河边夜里有船卸麻袋。");

    private final Officers officers;
    private final Filing filing;
    private final Clock clock;
    private final Path data;

    TipOffs(Officers officers, Filing filing, Clock clock, @Value("${daxietong.data:data}") Path data) {
        this.officers = officers;
        this.filing = filing;
        this.clock = clock;
        this.data = data;
    }

    void tell(Teller teller) {
        var accounts = data.resolve("demo-accounts.csv");
        if (!Files.exists(accounts)) {
            return;
        }
        try {
            for (var line : Files.readAllLines(accounts)) {
                var cells = line.split(",");
                if (HOLDERS.contains(cells[0])) {
                    var post = cells[0].endsWith("-head") ? Post.HEAD : Post.HANDLER;
                    officers.enrol(Viewer.of(new AccountId(cells[0]), new UnitId(cells[2]), post, cells[0]), cells[1]);
                }
            }
            var prosecutor = Viewer.of(new AccountId("u05-head"), UnitId.PROCURATORATE, Post.HEAD, "u05-head");
            officers.confirm(prosecutor, new AccountId("u09-head"));
            officers.confirm(prosecutor, new AccountId("u09-handler"));
            officers.confirm(prosecutor, new AccountId("office-handler"));
            officers.confirm(prosecutor, new AccountId("x02-handler"));
            lastMonth(teller);
            Files.write(
                    Files.createFile(
                            data.resolve("demo-receipts.txt"),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                    List.of(
                            "演示举报的回执码和暗语（仅供试用 /report/status）：",
                            yesterday().tell("镇上农贸市场后门的小冷库，夜里常有没有牌子的货车来卸冻品，白天不开门。", "中渡镇农贸市场", "冻鸡爪、冻牛肚，每次一车", WORD)
                                    + "　暗语：演示暗语",
                            filing.tell("有人在村口用面包车卖散装柴油，价格比加油站低不少，没有任何票据。", "平山镇", "柴油，几个大桶", WORD) + "　暗语：演示暗语",
                            rewarded(teller) + "　暗语：演示暗语　已批准奖励，可以在查询页领取凭证",
                            filing.tell("农贸市场后门冷库又来货了，还是那种没有牌子的货车，卸的是冻品。", "中渡镇", "冻品一车", "") + "　未设暗语",
                            filing.tellOfAnOfficial("有个管市场的干部，每次检查前都给冷库老板打招呼。", WORD) + "　暗语：演示暗语　由县纪委监委受理"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Six that were told and done with in the month before this one; fewer than five are not shown to anybody. */
    private void lastMonth(Teller teller) {
        int days = LocalDate.now(clock).getDayOfMonth() + 12;
        var then = filing.asOf(Clock.offset(clock, Duration.ofDays(-days)));
        for (var text : LAST_MONTH) {
            var tipOff = then.known(then.tell(text, "", "", WORD), WORD).orElseThrow();
            teller.daysAgo(days - 1)
                    .act("OFFICE", tipOff, "accept", "{}")
                    .act("OFFICE", tipOff, "answer", "{\"outcome\":\"unsubstantiated\"}");
        }
        teller.hoursAgo(0);
    }

    /** Its day is over, so the proof of the day can be tried at once. */
    private Filing yesterday() {
        return filing.asOf(Clock.offset(clock, Duration.ofDays(-1)));
    }

    /** Told, proved true, and its reward granted: what is left is for the teller to claim. */
    private String rewarded(Teller teller) {
        var code = filing.tell("镇上一家便利店柜台下面卖没有标识的外国香烟，成条摆着。", "四排镇", "卷烟，几十条", WORD);
        var tipOff = filing.known(code, WORD).orElseThrow();
        teller.act("OFFICE", tipOff, "accept", "{\"commodity\":\"tobacco\"}")
                .act("OFFICE", tipOff, "answer", "{\"outcome\":\"substantiated\",\"basis\":\"烟草专卖局行政处罚决定\"}");
        var reward = teller.open("OFFICE", "reward", """
                {"about":"%s","standard":"tobacco_smuggled","base":1.2,"payer":"U17","case_number":"鹿烟立〔2026〕第18号",
                 "eligibility":{"first_teller":true,"official":false,"injured":false,"participated":false,"rewarded":false,
                 "checked":"核对了收件先后，举报内容没有提到自己参与"}}
                """.formatted(tipOff));
        var halves = teller.allLinked("OFFICE", reward, "reward_review");
        teller.act("U17", halves.getFirst(), "agree", "{}")
                .act("U09", halves.getLast(), "agree", "{}")
                .head("OFFICE", reward, "grant", "{}");
        return code;
    }
}
