package cn.daxietong.attachment;

import cn.daxietong.database.Timer;
import cn.daxietong.database.Writing;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** Where files lie, while they arrive and afterwards. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {
    /** After the database, which makes sure that no other platform runs on the folder: what is unfinished in it is thrown away. */
    @Bean
    @DependsOn("databaseServer")
    ContentStore contentStore(@Value("${daxietong.data:data}") Path data) {
        return new ContentStore(folder(data));
    }

    /** Files within forms arrive on the same disk as they will lie on, and not in the machine's temporary folder, which may be its memory. */
    @Bean
    MultipartConfigElement multipartConfigElement(
            MultipartProperties limits, @Value("${daxietong.data:data}") Path data) throws IOException {
        limits.setLocation(ContentStore.arriving(folder(data)).toString());
        return limits.createMultipartConfig();
    }

    private static Path folder(Path data) {
        return data.resolve("attachments").toAbsolutePath().normalize();
    }

    @Bean
    Timer sweepingOfUploads(ContentStore store, Writing writing, ApplicationEventPublisher events, Clock clock) {
        var sweep = new Sweep(store, writing, events, clock);
        return new Timer("attachment.sweep", Duration.ofHours(1), sweep::run);
    }
}
