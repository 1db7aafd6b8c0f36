package cn.daxietong.cleancopy;

import cn.daxietong.cleancopy.Hold.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** ClamAV, where it is installed: the service if it runs, else the program. What was not examined is not given out. */
final class Scanner {
    private static final Duration MOST = Duration.ofMinutes(2);
    /** As installed the service calls whatever is larger than 25 MB clean without having read it. */
    private static final long MOST_FOR_SERVICE = 25 << 20;

    private static final int CLEAN = 0;
    private static final int INFECTED = 1;

    private final Tools tools;

    Scanner(Tools tools) {
        this.tools = tools;
    }

    boolean installed() {
        return tools.find("clamdscan").isPresent() || tools.find("clamscan").isPresent();
    }

    void examine(Jail jail, Path file) throws IOException, Held {
        if (!installed()) {
            return;
        }
        var service = tools.find("clamdscan");
        // The service is asked over a socket of its own, so it must not be kept from it.
        if (service.isPresent()
                && Files.size(file) < MOST_FOR_SERVICE
                && examined(jail, List.of(service.get(), "--fdpass", "--no-summary", file.toString()))) {
            return;
        }
        var program = tools.find("clamscan");
        if (program.isPresent()
                && examined(
                        jail,
                        tools.limited(List.of(
                                program.get(),
                                "--no-summary",
                                "--max-filesize=600M",
                                "--max-scansize=1000M",
                                "--alert-exceeds-max=yes",
                                file.toString())))) {
            return;
        }
        throw new Held(Hold.UNSCANNED);
    }

    private static boolean examined(Jail jail, List<String> command) throws IOException, Held {
        var ran = jail.run(command, MOST);
        if (ran.isPresent() && ran.get().exit() == INFECTED) {
            throw new Held(Hold.INFECTED);
        }
        return ran.isPresent() && ran.get().exit() == CLEAN;
    }
}
