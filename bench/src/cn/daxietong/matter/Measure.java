package cn.daxietong.matter;

import cn.daxietong.Platform;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import org.springframework.boot.SpringApplication;

/** The platform's own ways against the same SQL through plain JDBC, in one process on one database, taking turns. */
public final class Measure {
    private Measure() {}

    /** Arguments: data folder, rounds (of reads; a quarter of it of actions), what to measure (reads, actions, appends, processes; several with commas). */
    public static void main(String[] arguments) throws Exception {
        try (var platform = SpringApplication.run(
                Platform.class,
                "--daxietong.data=" + arguments[0],
                "--daxietong.timers=false",
                "--daxietong.database.writers=32",
                "--server.port=0")) {
            var rounds = Integer.parseInt(arguments[1]);
            for (var what : arguments[2].split(",")) {
                switch (what) {
                    case "reads" -> Reads.measure(platform, rounds);
                    case "actions" -> Actions.measure(platform, rounds / 4);
                    case "appends" -> Appends.measure(platform, 5);
                    case "processes" -> Processes.measure(platform, 5);
                    default -> throw new IllegalArgumentException(what);
                }
            }
        }
    }

    static Viewer viewer(String unit) {
        return Lifelines.viewer(new UnitId(unit), Post.HANDLER);
    }
}
