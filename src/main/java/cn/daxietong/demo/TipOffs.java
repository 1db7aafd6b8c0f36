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
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives the officers of the demonstration their keys, with the passwords that lie beside the data, and tells three tip-offs. */
@Component
class TipOffs {
    private static final List<String> HOLDERS = List.of("office-handler", "u09-handler", "u05-head", "u09-head");

    private final Officers officers;
    private final Filing filing;
    private final Path data;

    TipOffs(Officers officers, Filing filing, @Value("${daxietong.data:data}") Path data) {
        this.officers = officers;
        this.filing = filing;
        this.data = data;
    }

    void tell() {
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
            Files.write(
                    Files.createFile(
                            data.resolve("demo-receipts.txt"),
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                    List.of(
                            "演示举报的回执码和暗语（仅供试用 /report/status）：",
                            filing.tell("镇上农贸市场后门的小冷库，夜里常有没有牌子的货车来卸冻品，白天不开门。", "中渡镇农贸市场", "冻鸡爪、冻牛肚，每次一车", "演示暗语")
                                    + "　暗语：演示暗语",
                            filing.tell("有人在村口用面包车卖散装柴油，价格比加油站低不少，没有任何票据。", "平山镇", "柴油，几个大桶", "演示暗语") + "　暗语：演示暗语",
                            filing.tell("农贸市场后门冷库又来货了，还是那种没有牌子的货车，卸的是冻品。", "中渡镇", "冻品一车", "") + "　未设暗语"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
