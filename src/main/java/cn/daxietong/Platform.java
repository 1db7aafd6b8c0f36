package cn.daxietong;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** 大协同平台: the one process that a county runs. */
@SpringBootApplication
public class Platform {
    public static void main(String[] args) {
        SpringApplication.run(Platform.class, args);
    }

    /** Deadlines run on the time of day in China wherever the machine stands. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
