package cn.daxietong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 大协同平台: the one process that a county runs. */
@SpringBootApplication
public class Platform {
    public static void main(String[] args) {
        SpringApplication.run(Platform.class, args);
    }
}
