package cn.daxietong;

import cn.daxietong.ledger.Verify;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** 大协同平台: the one process that a county runs. */
@SpringBootApplication
public class Platform {
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("verify")) {
            System.exit(Verify.run(Arrays.copyOfRange(args, 1, args.length), System.out));
        }
        SpringApplication.run(Platform.class, args);
    }

    /** Deadlines run on the time of day in China wherever the machine stands. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
