package cn.daxietong.cleancopy;

import cn.daxietong.cleancopy.Hold.Held;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
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
            refuseWhatWouldBeBlank(pdf);
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

    /** Pictures in JPEG 2000 are passed over by the renderer, and a page that lacks one would be taken for the whole. */
    private static void refuseWhatWouldBeBlank(PDDocument pdf) throws Held {
        var document = pdf.getDocument();
        for (var key : document.getXrefTable().keySet()) {
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream && isJpeg2000(stream)) {
                throw new Held(Hold.JPEG_2000);
            }
        }
    }

    private static boolean isJpeg2000(COSStream stream) {
        var filters = stream.getFilters();
        return COSName.JPX_DECODE.equals(filters)
                || (filters instanceof COSArray all && all.toList().contains(COSName.JPX_DECODE));
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
