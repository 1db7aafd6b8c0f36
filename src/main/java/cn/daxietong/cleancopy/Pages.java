package cn.daxietong.cleancopy;

import cn.daxietong.cleancopy.Hold.Held;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF photographed page by page: no script, attachment, layer, author or text comes through that cannot be seen on paper. */
final class Pages {
    static final float DPI = 150;
    private static final int MOST_PAGES = 300;
    private static final double MOST_PIXELS = 9_000_000;
    private static final float POINTS = 72;

    private Pages() {}

    static String photograph(Path in, Path out) throws IOException, Held {
        try (var pdf = Loader.loadPDF(in.toFile(), IOUtils.createTempFileOnlyStreamCache());
                var copy = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            if (pdf.getNumberOfPages() == 0) {
                throw new Held(Hold.BROKEN);
            }
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw new Held(Hold.PAGES);
            }
            var renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            for (int i = 0; i < pdf.getNumberOfPages(); i++) {
                var dpi = dpi(pdf.getPage(i).getCropBox());
                add(copy, renderer.renderImageWithDPI(i, dpi, ImageType.RGB), dpi);
            }
            copy.save(out.toFile());
        } catch (InvalidPasswordException e) {
            throw new Held(Hold.LOCKED);
        }
        return "pdf";
    }

    /** A page may call itself as large as a field. */
    private static float dpi(PDRectangle page) {
        double inches = (double) page.getWidth() * page.getHeight() / POINTS / POINTS;
        return (float) Math.max(1, Math.min(DPI, Math.sqrt(MOST_PIXELS / Math.max(inches, 0.01))));
    }

    static void add(PDDocument copy, BufferedImage picture, float dpi) throws IOException {
        var page = new PDPage(new PDRectangle(picture.getWidth() * POINTS / dpi, picture.getHeight() * POINTS / dpi));
        copy.addPage(page);
        var image = JPEGFactory.createFromImage(copy, picture, 0.85f);
        try (var content = new PDPageContentStream(copy, page)) {
            content.drawImage(
                    image,
                    0,
                    0,
                    page.getMediaBox().getWidth(),
                    page.getMediaBox().getHeight());
        }
    }
}
