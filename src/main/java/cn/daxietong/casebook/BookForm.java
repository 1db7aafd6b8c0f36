package cn.daxietong.casebook;

import cn.daxietong.web.Option;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows on which a book is ordered.
 *
 * @param chapters the linked matters that this viewer sees
 * @param fault what must be mended, or null
 */
public record BookForm(
        UUID matter,
        String number,
        String title,
        List<Option> papers,
        List<Option> files,
        List<Chosen> chapters,
        List<BookLine> earlier,
        @Nullable String fault) {

    /** A linked matter that may be bound in. */
    public record Chosen(UUID matter, String title, boolean ticked) {}
}
