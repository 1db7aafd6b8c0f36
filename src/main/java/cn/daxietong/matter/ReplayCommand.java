package cn.daxietong.matter;

import cn.daxietong.database.Workshop;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@code daxietong replay}: writes all rows of a data folder anew from its ledger while the platform stands still. */
public final class ReplayCommand {
    private static final int REBUILT = 0;
    private static final int LEFT_OUT = 1;
    private static final int NOT_BEGUN = 2;
    private static final long BETWEEN_WORDS = TimeUnit.SECONDS.toNanos(2);

    private ReplayCommand() {}

    /** @return 0 where every matter was rebuilt, 1 where some could not be, 2 where it could not begin */
    public static int run(String[] arguments, PrintStream out) {
        if (arguments.length > 1 || (arguments.length == 1 && arguments[0].startsWith("--"))) {
            out.println("✗ 参数不对。用法：./daxietong replay [数据目录]");
            return NOT_BEGUN;
        }
        var data = Path.of(arguments.length > 0 ? arguments[0] : "data");
        try (var workshop = Workshop.of(data)) {
            var bench = Workbench.of(data);
            var replay = new Replay(workshop.writing(), new MatterStore(bench.kinds(), bench.vault()));
            return report(out, replay);
        } catch (IllegalStateException e) {
            out.println("✗ 无法重建：" + e.getMessage());
            return NOT_BEGUN;
        }
    }

    private static int report(PrintStream out, Replay replay) {
        var started = System.nanoTime();
        var spoken = new long[] {started};
        var result = replay.all((done, of) -> {
            if (System.nanoTime() - spoken[0] > BETWEEN_WORDS) {
                spoken[0] = System.nanoTime();
                out.printf("  已重建 %,d / %,d 个事项%n", done, of);
            }
        });
        out.printf("已由账本重建 %,d 个事项的登记、列表、待办、时限和检索，用时 %.1f 秒。%n", result.rebuilt(), (System.nanoTime() - started) / 1e9);
        result.leftOut().forEach(sentence -> out.println("✗ " + sentence));
        out.println(
                result.leftOut().isEmpty()
                        ? "✓ 完成。可以启动平台；建议再运行 ./daxietong verify 核对一遍。"
                        : "✗ 有 " + result.leftOut().size() + " 个事项没有重建，其原有内容未动。请保留现场，用 ./daxietong verify 查明原因。");
        return result.leftOut().isEmpty() ? REBUILT : LEFT_OUT;
    }
}
