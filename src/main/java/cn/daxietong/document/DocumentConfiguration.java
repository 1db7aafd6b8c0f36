package cn.daxietong.document;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {
    private static final Logger log = LoggerFactory.getLogger(DocumentConfiguration.class);

    @Bean
    DocumentPress documentPress() {
        var press = new DocumentPress();
        Thread.ofVirtual().name("press-warmup").start(press::warm);
        return press;
    }

    /** Before anybody signs in, and nothing to do at every start but the first after documents came to be sealed. */
    @Bean
    ApplicationRunner sealingOfOldDocuments(Contents contents) {
        return arguments -> {
            int sealed = contents.sealThoseInClear();
            if (sealed > 0) {
                log.info("已将 {} 份公文的正文改为加密保存。", sealed);
            }
        };
    }
}
