package cn.daxietong.ledger;

import cn.daxietong.database.Inspection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code daxietong verify}: checks the ledger of a data folder without the platform, and says in Chinese what was altered. */
public final class Verify {
    private static final int SOUND = 0;
    private static final int ALTERED = 1;
    private static final int NOT_CHECKED = 2;
    private static final String LEDGER_ONLY = "--ledger-only";
    private static final int ENOUGH = 50;

    private final PrintStream out;

    private Verify(PrintStream out) {
        this.out = out;
    }

    /**
     * @param arguments the data folder, and {@code --ledger-only} to leave the derived rows out
     * @param rows how the derived rows of a data folder are compared
     * @return 0 where everything fits, 1 where something was altered, 2 where it could not be checked
     */
    public static int run(String[] arguments, PrintStream out, Function<Path, DerivedRows> rows) {
        var folders =
                List.of(arguments).stream().filter(a -> !a.equals(LEDGER_ONLY)).toList();
        if (folders.size() > 1 || folders.stream().anyMatch(a -> a.startsWith("--"))) {
            out.println("✗ 参数不对。用法：./daxietong verify [" + LEDGER_ONLY + "] [数据目录]");
            return NOT_CHECKED;
        }
        var data = Path.of(folders.isEmpty() ? "data" : folders.getFirst());
        if (!Files.isDirectory(data)) {
            out.println("✗ 没有这个目录或文件：" + data + "。核验数据请写数据目录，核验移送袋请写 .asice 文件。");
            return NOT_CHECKED;
        }
        var all = folders.size() == arguments.length;
        try (var inspection = Inspection.of(data)) {
            var elsewhere = roots(data.resolve("checkpoints.log"));
            return new Verify(out).run(inspection, elsewhere, all ? rows.apply(data) : null);
        } catch (IllegalStateException e) {
            out.println("✗ 无法核验：" + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private int run(Inspection inspection, Map<Integer, String> elsewhere, @Nullable DerivedRows rows) {
        var started = System.nanoTime();
        var report = inspection.read(
                Runtime.getRuntime().availableProcessors(), eyes -> new Verification(eyes).run(elsewhere));
        out.printf(
                "已核验 %,d 条记录（%,.1f MB）、%,d 个检查点，用时 %.1f 秒。%n",
                report.entries(), report.bytes() / 1e6, report.checkpoints(), secondsSince(started));
        var faults = new ArrayList<>(report.faults());
        if (rows != null) {
            started = System.nanoTime();
            var matters = inspection.<Long>read(db -> rows.check(db, fault -> {
                if (faults.size() < ENOUGH) {
                    faults.add(fault);
                }
            }));
            out.printf("已核对 %,d 个事项的列表、待办、时限、检索和公文正文，用时 %.1f 秒。%n", matters, secondsSince(started));
        }
        faults.forEach(fault -> out.println("✗ " + fault));
        out.println(
                faults.isEmpty()
                        ? "✓ 通过：记录完整，没有发现改动。"
                        : "✗ 未通过：发现 " + (faults.size() < ENOUGH ? "" : "不少于 ") + faults.size() + " 处问题。");
        return faults.isEmpty() ? SOUND : ALTERED;
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
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
