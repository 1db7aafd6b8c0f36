package cn.daxietong;

import cn.daxietong.ledger.Verify;
import cn.daxietong.matter.ReplayCommand;
import cn.daxietong.matter.RowsCheck;
import cn.daxietong.verifier.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;

/** 大协同平台: the one process that a county runs. */
@SpringBootApplication
public class Platform {
    private static final Set<String> COMMANDS = Set.of("verify", "replay");

    public static void main(String[] args) {
        var command = args.length > 0 ? args[0] : "";
        if (COMMANDS.contains(command)) {
            // A command answers whoever typed it; what libraries tell of themselves is not for them.
            LoggingSystem.get(Platform.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        }
        if (command.equals("verify")) {
            var what = Arrays.copyOfRange(args, 1, args.length);
            // A file is a bag, a folder is a platform's data.
            var isBag = what.length > 0 && Files.isRegularFile(Path.of(what[0]));
            System.exit(isBag ? Verifier.run(what, System.out) : Verify.run(what, System.out, RowsCheck::of));
        }
        if (command.equals("replay")) {
            System.exit(ReplayCommand.run(Arrays.copyOfRange(args, 1, args.length), System.out));
        }
        SpringApplication.run(Platform.class, args);
    }

    /** Deadlines run on the time of day in China wherever the machine stands. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
