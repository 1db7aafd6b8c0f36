package cn.daxietong.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.attachment.ContentStore.Kept;
import cn.daxietong.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder = Path.of(".");

    private ContentStore store = new ContentStore(Path.of(System.getProperty("java.io.tmpdir"), "unused-store"));

    @BeforeEach
    void open() {
        store = new ContentStore(folder);
    }

    @Test
    void content_lies_under_its_hash_and_both_hashes_are_those_of_the_standards() throws IOException {
        var kept = keep("abc");

        assertThat(kept.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        // GB/T 32905-2016, example 1.
        assertThat(kept.sm3()).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(store.path(kept.sha256()))
                .isEqualTo(folder.resolve("ba/78/" + kept.sha256()))
                .hasContent("abc");
    }

    @Test
    void the_same_content_is_kept_once() throws IOException {
        keep("abc");
        keep("abc");

        assertThat(files()).isEqualTo(1);
    }

    @Test
    void nothing_empty_too_large_or_refused_leaves_anything_behind() throws IOException {
        assertThatThrownBy(() -> keep("")).isInstanceOf(Refusal.class).hasMessageContaining("0 字节");
        assertThatThrownBy(() ->
                        store.keep(Bytes.film(2 * MEGABYTE), MEGABYTE, (file, kept) -> kept, ContentStoreTest::placed))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 MB 的上限");
        assertThatThrownBy(() -> store.keep(
                        stream("abc"),
                        MEGABYTE,
                        (file, kept) -> {
                            throw Refusal.forbidden("不行");
                        },
                        ContentStoreTest::placed))
                .isInstanceOf(Refusal.class);

        assertThat(files()).isZero();
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing_behind() throws IOException {
        var broken = new SequenceInputStream(Bytes.film(3 * MEGABYTE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });

        assertThatThrownBy(() -> store.keep(broken, Long.MAX_VALUE, (file, kept) -> kept, ContentStoreTest::placed))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");

        assertThat(files()).isZero();
    }

    @Test
    void a_disk_that_cannot_take_it_is_told_in_chinese_and_leaves_nothing_behind() throws IOException {
        // /dev/full answers every write as a full disk does.
        Files.createSymbolicLink(folder.resolve("ba"), Path.of("/dev/full"));

        assertThatThrownBy(() -> keep("abc"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("存储空间不足")
                .extracting("kind")
                .isEqualTo(Refusal.Kind.UNAVAILABLE);

        assertThat(Files.list(folder.resolve("unfinished"))).isEmpty();
    }

    @Test
    void what_a_killed_process_left_unfinished_is_gone_at_the_next_start() throws IOException {
        Files.writeString(folder.resolve("unfinished/left.part"), "half");

        var restarted = new ContentStore(folder);

        assertThat(Files.list(folder.resolve("unfinished"))).isEmpty();
        assertThat(restarted.path("abcd").getFileName()).hasToString("abcd");
    }

    @Test
    void five_hundred_megabytes_use_no_more_memory_than_one() throws IOException {
        keepFilm(1);
        long small = allocatedBy(() -> keepFilm(1));

        long large = allocatedBy(() -> keepFilm(500));

        assertThat(large).isLessThan(small + 2 * MEGABYTE);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static long allocatedBy(Work work) throws IOException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void keepFilm(int megabytes) throws IOException {
        var kept =
                store.keep(Bytes.film(megabytes * MEGABYTE), Long.MAX_VALUE, (file, k) -> k, ContentStoreTest::placed);
        assertThat(kept.size()).isEqualTo(megabytes * MEGABYTE);
    }

    private Kept keep(String text) throws IOException {
        return store.keep(stream(text), MEGABYTE, (file, kept) -> kept, ContentStoreTest::placed);
    }

    private static <T> T placed(T kept, Runnable place) {
        place.run();
        return kept;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private long files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
