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
        var chosen = order.chosen();
        return new BookLine(
                book.id(),
                order.viewer().name(),
                Wording.minute(order.at()),
                chosen == null ? "全部文书和材料" : "所选 " + chosen.size() + " 件",
                order.format().code().toUpperCase(Locale.ROOT),
                book.state(),
                book.progress(),
                book.made());
    }

    public String size() {
        var done = made;
        return done == null ? "" : "%.1f MB".formatted(done.size() / 1048576.0);
    }
}
