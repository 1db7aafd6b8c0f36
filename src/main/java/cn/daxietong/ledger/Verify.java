package cn.daxietong.ledger;

import cn.daxietong.database.Inspection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** {@code daxietong verify}: checks the ledger of a data folder without the platform, and says in Chinese what was altered. */
public final class Verify {
    private static final int SOUND = 0;
    private static final int ALTERED = 1;
    private static final int NOT_CHECKED = 2;

    private Verify() {}

    /** @return 0 where everything fits, 1 where something was altered, 2 where it could not be checked */
    public static int run(String[] arguments, PrintStream out) {
        var data = Path.of(arguments.length > 0 ? arguments[0] : "data");
        try (var inspection = Inspection.of(data)) {
            var elsewhere = roots(data.resolve("checkpoints.log"));
            var started = System.nanoTime();
            var report = inspection.read(
                    Runtime.getRuntime().availableProcessors(), eyes -> new Verification(eyes).run(elsewhere));
            var seconds = (System.nanoTime() - started) / 1e9;
            out.printf(
                    "已核验 %,d 条记录（%,.1f MB）、%,d 个检查点，用时 %.1f 秒。%n",
                    report.entries(), report.bytes() / 1e6, report.checkpoints(), seconds);
            report.faults().forEach(fault -> out.println("✗ " + fault));
            out.println(
                    report.sound()
                            ? "✓ 通过：记录完整，没有发现改动。"
                            : "✗ 未通过：发现 " + report.faults().size() + " 处问题。");
            return report.sound() ? SOUND : ALTERED;
        } catch (IllegalStateException e) {
            out.println("✗ 无法核验：" + e.getMessage());
            return NOT_CHECKED;
        }
    }

    /** The roots kept beside the database; whoever holds a copy elsewhere puts it in the same place to check against it. */
    private static Map<Integer, String> roots(Path file) {
        var roots = new HashMap<Integer, String>();
        if (!Files.exists(file)) {
            return roots;
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.filter(l -> l.startsWith("daxietong-checkpoint|"))
                    .forEach(
                            l -> roots.put(Integer.parseInt(l.split("\\|", 3)[1]), l.substring(0, l.lastIndexOf('|'))));
            return roots;
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("库外检查点文件 " + file + " 无法读取：" + e.getMessage(), e);
        }
    }
}
