package cn.daxietong.bag;

import cn.daxietong.Platform;
import cn.daxietong.attachment.Attachments;
import cn.daxietong.casebook.BookBench;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.verifier.Check;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;

/** A lead with attachments of 2 GB, sealed into a bag, written out and verified, and bound into a book of 500 pages; run it with -Xmx256m. */
final class BigBag {
    private BigBag() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        int megabytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2048;
        try (var platform = SpringApplication.run(
                Platform.class,
                "--daxietong.data=" + data,
                "--daxietong.demo=false",
                "--server.port=0",
                "--daxietong.timers=false")) {
            var viewer = new TestAccounts(platform.getBean(Writing.class), platform.getBean(Clock.class))
                    .some("U12", Post.HANDLER);
            var attachments = platform.getBean(Attachments.class);
            var enclosures = Json.MAPPER.createArrayNode();
            for (int i = 0, left = megabytes; left > 0; i++, left -= 512) {
                var file =
                        attachments.receive(viewer, "录像" + i + ".mp4", new Film(Math.min(512, left) * (1L << 20), i));
                enclosures.addObject().put("attachment", file.id().toString());
            }
            var lead = lead(platform.getBean(Proceedings.class), viewer, enclosures);
            timed(
                    "seal",
                    () -> platform.getBean(Bags.class).bundle(viewer, lead).length());
            var bag = data.resolve("big.asice");
            timed("write", () -> write(platform.getBean(Bags.class).bundle(viewer, lead), bag));
            timed("verify", () -> {
                var report = Check.run(bag, null, Set.of());
                if (!report.sound()) {
                    throw new IllegalStateException(report.faults().toString());
                }
                return Files.size(bag);
            });
            Files.delete(bag);
            timed("book with " + megabytes + " MB attached", () -> BookBench.make(platform, viewer, lead));
            var pages = Json.MAPPER.createArrayNode();
            for (int i = 0; i < 25; i++) {
                var file = attachments.receive(viewer, "卷宗" + i + ".pdf", BookBench.scan(20, i));
                pages.addObject().put("attachment", file.id().toString());
            }
            var thick = lead(platform.getBean(Proceedings.class), viewer, pages);
            timed("book of 500 pages", () -> BookBench.make(platform, viewer, thick));
        }
    }

    private static UUID lead(Proceedings proceedings, cn.daxietong.shared.Viewer viewer, Object enclosures) {
        return proceedings.open(
                viewer,
                "lead",
                Json.MAPPER.readTree("{\"title\":\"大案卷\",\"source\":\"patrol\",\"description\":\"测量\",\"attachments\":"
                        + enclosures + "}"));
    }

    private static long write(Bags.Parcel parcel, Path to) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            parcel.writeTo(out);
        }
        return Files.size(to);
    }

    interface Work {
        long run() throws Exception;
    }

    private static void timed(String what, Work work) throws Exception {
        var begun = System.nanoTime();
        long size = work.run();
        System.out.printf(
                "%-28s %6.1f s  %,d  heap used %d MB of at most %d%n",
                what,
                (System.nanoTime() - begun) / 1e9,
                size,
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Random bytes behind the head of a film. */
    private static final class Film extends InputStream {
        private static final byte[] HEAD = {
            0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0, 0, 0, 'm', 'p', '4', '2', 'i', 's', 'o', 'm'
        };
        private final long size;
        private final byte[] block = new byte[1 << 16];
        private long at;

        Film(long size, long seed) {
            this.size = size;
            new Random(seed).nextBytes(block);
        }

        @Override
        public int read() {
            return at >= size ? -1 : (at < HEAD.length ? HEAD[(int) at++] : block[(int) (at++ % block.length)]) & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at >= size) {
                return -1;
            }
            if (at < HEAD.length) {
                into[from] = (byte) read();
                return 1;
            }
            int begin = (int) (at % block.length);
            int n = (int) Math.min(Math.min(length, block.length - begin), size - at);
            System.arraycopy(block, begin, into, from, n);
            at += n;
            return n;
        }
    }
}
