package cn.daxietong.casebook;

import cn.daxietong.matter.Wording;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A book as a page shows it. */
public record BookLine(
        UUID id,
        String who,
        String when,
        String scope,
        String format,
        Book.State state,
        Book.Progress progress,
        Book.@Nullable Made made) {

    static BookLine of(Book book) {
        var order = book.order();
        return new BookLine(
                book.id(),
                order.viewer().name(),
                Wording.minute(order.at()),
                scope(order),
                order.format().code().toUpperCase(Locale.ROOT),
                book.state(),
                book.progress(),
                book.made());
    }

    static String scope(Book.Order order) {
        var chosen = order.chosen();
        var own = chosen == null ? "全部文书和材料" : "所选 " + chosen.size() + " 件";
        return order.chapters().isEmpty()
                ? own
                : own + "，并入关联事项 " + order.chapters().size() + " 个";
    }

    public String size() {
        var done = made;
        return done == null ? "" : "%.1f MB".formatted(done.size() / 1048576.0);
    }
}
