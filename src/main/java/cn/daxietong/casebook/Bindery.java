package cn.daxietong.casebook;

import cn.daxietong.database.Timer;
import cn.daxietong.database.Writing;
import cn.daxietong.document.Format;
import cn.daxietong.shared.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes ordered books in the background, one at a time in each process; what a stop interrupted is begun anew by whoever starts next. */
final class Bindery implements AutoCloseable {
    static final int KEPT_DAYS = 30;
    private static final Logger log = LoggerFactory.getLogger(Bindery.class);
    private static final Duration SILENT = Duration.ofMinutes(5);
    private static final Duration TOLD_EVERY = Duration.ofMillis(400);

    private final BookMaker maker;
    private final OfdBook ofd;
    private final Writing writing;
    private final Clock clock;
    private final Path folder;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("bindery").daemon().factory());
    private final AtomicBoolean asked = new AtomicBoolean();

    Bindery(BookMaker maker, OfdBook ofd, Writing writing, Clock clock, Path folder) {
        this.maker = maker;
        this.ofd = ofd;
        this.writing = writing;
        this.clock = clock;
        this.folder = folder;
    }

    Path file(UUID book, Format format) {
        return folder.resolve(book + "." + format.code());
    }

    /** Begins where nothing is being made. */
    void wake() {
        if (asked.compareAndSet(false, true)) {
            worker.execute(this::makeAll);
        }
    }

    private void makeAll() {
        asked.set(false);
        try {
            while (makeOne()) {
                // the next that waits
            }
        } catch (RuntimeException e) {
            log.warn("案卷制作中断，稍后再试：{}", e.getMessage());
        }
    }

    private boolean makeOne() {
        var now = clock.instant();
        var taken = writing.inTransaction(db -> BookStore.take(db, now, now.minus(SILENT)));
        taken.ifPresent(this::make);
        return taken.isPresent();
    }

    private void make(Book book) {
        var format = book.order().format();
        try {
            Files.createDirectories(folder);
            var scratch = Files.createTempDirectory(folder, "making-");
            try {
                var made = scratch.resolve("book.pdf");
                var outcome = maker.make(book, made, scratch, told(book));
                if (format == Format.OFD) {
                    var converted = scratch.resolve("book.ofd");
                    ofd.write(made, converted, outcome.title(), told(book));
                    made = converted;
                }
                var result = new Book.Made(
                        "案卷-" + outcome.title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"),
                        outcome.pages(),
                        outcome.slips(),
                        Files.size(made),
                        Digests.sha256(made),
                        Digests.sm3(made),
                        clock.instant());
                Files.move(made, file(book.id(), format), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                writing.run(db -> BookStore.done(db, book.id(), result));
            } finally {
                BookMaker.discard(scratch);
            }
        } catch (Refusal e) {
            fail(book, e.code().equals("not_found") ? "您的单位已看不到这个事项，案卷没有制作。" : e.detail());
        } catch (IOException | UncheckedIOException e) {
            log.error("案卷 {} 没有做成", book.id(), e);
            fail(book, "服务器存储空间不足或不可写，案卷没有做成。请通知系统管理员清理磁盘后重新制作。");
        } catch (RuntimeException e) {
            log.error("案卷 {} 没有做成", book.id(), e);
            fail(book, "制作中出了差错，已记录在案（" + book.id().toString().substring(0, 8) + "）。请重新制作；仍不行时，把编号告诉系统管理员。");
        }
    }

    private void fail(Book book, String why) {
        writing.run(db -> BookStore.failed(db, book.id(), why, clock.instant()));
    }

    private Consumer<Book.Progress> told(Book book) {
        return new Consumer<>() {
            private Instant last = Instant.EPOCH;

            @Override
            public void accept(Book.Progress progress) {
                var now = clock.instant();
                if (now.isAfter(last.plus(TOLD_EVERY))) {
                    last = now;
                    writing.run(db -> BookStore.progress(db, book.id(), progress, now));
                }
            }
        };
    }

    /** Old files make room; the record of who had which book with which hash stays. */
    void tidy() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var oldest = clock.instant().minus(Duration.ofDays(KEPT_DAYS));
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            log.warn("过期案卷未能清理，下次再试：{}", e.getMessage());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    /** Puts the bindery together and lets it look for what was left. */
    @Configuration(proxyBeanMethods = false)
    static class Setup {
        @Bean
        Bindery bindery(
                BookMaker maker,
                OfdBook ofd,
                Writing writing,
                Clock clock,
                @Value("${daxietong.data:data}") Path data) {
            return new Bindery(
                    maker,
                    ofd,
                    writing,
                    clock,
                    data.resolve("casebooks").toAbsolutePath().normalize());
        }

        @Bean
        Timer bookMaking(Bindery bindery) {
            return new Timer("casebook.make", Duration.ofMinutes(1), bindery::wake);
        }

        @Bean
        Timer bookTidying(Bindery bindery) {
            return new Timer("casebook.tidy", Duration.ofHours(12), bindery::tidy);
        }
    }
}
