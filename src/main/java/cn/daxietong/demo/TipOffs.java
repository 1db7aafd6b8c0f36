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
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives the officers of the demonstration their keys, with the passwords that lie beside the data, and tells four tip-offs, one of them rewarded. */
@Component
class TipOffs {
    private static final List<String> HOLDERS =
            List.of("office-handler", "u09-handler", "u05-head", "u09-head", "x02-handler");

    private static final String WORD = "演示暗语";

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
            var prosecutor = Viewer.of(new AccountId("u05-head"), new UnitId("U05"), Post.HEAD, "u05-head");
            officers.confirm(prosecutor, new AccountId("u09-head"));
            officers.confirm(prosecutor, new AccountId("u09-handler"));
            officers.confirm(prosecutor, new AccountId("office-handler"));
            officers.confirm(prosecutor, new AccountId("x02-handler"));
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
                            filing.tell("农贸市场后门冷库又来货了，还是那种没有牌子的货车，卸的是冻品。", "中渡镇", "冻品一车", "") + "　未设暗语"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
