package cn.daxietong.document;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {
    @Bean
    DocumentPress documentPress() {
        var press = new DocumentPress();
        Thread.ofVirtual().name("press-warmup").start(press::warm);
        return press;
    }
}
