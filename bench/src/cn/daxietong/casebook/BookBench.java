package cn.daxietong.casebook;

import cn.daxietong.document.Format;
import cn.daxietong.shared.Viewer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.springframework.context.ApplicationContext;

/** Orders a book and waits until it is made. */
public final class BookBench {
    private BookBench() {}

    /** Its pages. */
    public static long make(ApplicationContext platform, Viewer viewer, UUID matter) throws InterruptedException {
        var books = platform.getBean(Books.class);
        var id = books.order(viewer, matter, null, Format.PDF);
        while (true) {
            var book = books.find(viewer, matter, id);
            if (!book.state().open()) {
                var made = book.made();
                if (made == null) {
                    throw new IllegalStateException(book.progress().step());
                }
                return made.pages();
            }
            Thread.sleep(50);
        }
    }

    /** A file of scanned pages, as a copier makes it. */
    public static InputStream scan(int pages, int seed) throws IOException {
        var random = new Random(seed);
        var image = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 60_000; i++) {
            image.setRGB(random.nextInt(1240), random.nextInt(1754), 0xFFFFFF);
        }
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(document, image, 0.6f),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            document.save(out);
            return new ByteArrayInputStream(out.toByteArray());
        }
    }
}
