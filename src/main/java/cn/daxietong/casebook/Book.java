package cn.daxietong.casebook;

import cn.daxietong.document.Format;
import cn.daxietong.shared.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A book that was ordered.
 *
 * @param made null until it is done
 */
public record Book(
        UUID id,
        UUID matter,
        Order order,
        State state,
        Progress progress,
        @Nullable Made made) {

    /**
     * Who ordered what, looking at which version of the matter.
     *
     * @param chosen the ids of documents and attachments of the matter itself; null for all of them
     * @param chapters the linked matters that are bound in, whole and in this order
     */
    public record Order(
            Viewer viewer,
            int version,
            Format format,
            @Nullable Set<UUID> chosen,
            List<UUID> chapters,
            Instant at) {
        public Order {
            chapters = List.copyOf(chapters);
        }

        boolean takes(UUID id) {
            var some = chosen;
            return some == null || some.contains(id);
        }
    }

    public enum State {
        WAITING("排队中"),
        RUNNING("制作中"),
        DONE("已完成"),
        FAILED("没有做成");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        public boolean open() {
            return this == WAITING || this == RUNNING;
        }
    }

    /**
     * @param step what is being done, or why nothing is any more
     */
    public record Progress(String step, int done, int total) {
        public int percent() {
            return total == 0 ? 0 : (int) (100L * done / total);
        }
    }

    /**
     * What came of it.
     *
     * @param slips how many attachments stand in it by a slip sheet only
     */
    public record Made(String name, int pages, int slips, long size, String sha256, String sm3, Instant at) {}
}
