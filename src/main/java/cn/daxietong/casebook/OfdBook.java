package cn.daxietong.casebook;

import cn.daxietong.document.PagePress;
import cn.daxietong.shared.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** A book in the national format: every page as the picture that a printer would make of it, which no seal or signature is lost on. */
@Component
final class OfdBook {
    /** Beyond this the pictures take minutes and a file that no reader opens gladly. */
    static final int MOST_PAGES = 120;

    void write(Path pdf, Path ofd, String title, Consumer<Book.Progress> tell) throws IOException {
        try (var document = Binder.open(pdf)) {
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                throw new Refusal(
                        Refusal.Kind.INVALID,
                        "too_many_pages",
                        "页数太多",
                        "这本案卷有 " + pages + " 页，OFD 每本不超过 " + MOST_PAGES + " 页。请分部分勾选制作，或制作 PDF。");
            }
            PagePress.ofd(document, ofd, title, done -> tell.accept(new Book.Progress("转为 OFD", done, pages)));
        }
    }
}
