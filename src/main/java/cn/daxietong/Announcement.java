package cn.daxietong;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person at the terminal where to go once everything stands. */
@Component
class Announcement {
    private static final Logger log = LoggerFactory.getLogger(Announcement.class);
    private final Environment environment;
    private final Path data;

    Announcement(Environment environment, @Value("${daxietong.data}") Path data) {
        this.environment = environment;
        this.data = data;
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        log.info("大协同平台已就绪，用时 {} 秒：http://localhost:{}/", ready.getTimeTaken().toSeconds(), port);
        if (!environment.containsProperty("daxietong.public-address")) {
            log.info("未设置 DAXIETONG_PUBLIC_ADDRESS，公文二维码暂用本机地址 http://localhost:{}，其他电脑和手机扫码打不开", port);
        }
        var accounts = data.resolve("demo-accounts.csv").toAbsolutePath().normalize();
        if (Files.exists(accounts)) {
            log.info("演示账号和口令见 {}", accounts);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void tellTheEnd() {
        log.info("正在停止……");
    }
}
