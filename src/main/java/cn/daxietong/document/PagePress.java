package cn.daxietong.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.IntConsumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.dom4j.DocumentException;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.Img;
import org.ofdrw.layout.element.Position;

/** Pages of any PDF as an OFD of pictures, for what was not set by this press and so cannot be traced glyph by glyph. */
public final class PagePress {
    private static final float DPI = 150;
    private static final double MM = 25.4 / 72;

    private PagePress() {}

    /** @param done is told how many pages are done */
    public static void ofd(PDDocument pdf, Path target, String title, IntConsumer done) throws IOException {
        var folder = Files.createTempDirectory(target.toAbsolutePath().getParent(), "ofd-");
        try (var ofd = new OFDDoc(target)) {
            ofd.getOfdDir().getOfd().getDocBody().getDocInfo().setTile(title).setCreator("大协同平台");
            var renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            for (int i = 0; i < pdf.getNumberOfPages(); i++) {
                var picture = renderer.renderImageWithDPI(i, DPI, ImageType.RGB);
                ofd.addVPage(page(picture, folder.resolve("page-" + i + ".jpg")));
                done.accept(i + 1);
            }
        } catch (DocumentException e) {
            throw new IOException(e);
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static VirtualPage page(BufferedImage picture, Path file) throws IOException {
        ImageIO.write(picture, "jpg", file.toFile());
        double width = picture.getWidth() * 72 / DPI * MM;
        double height = picture.getHeight() * 72 / DPI * MM;
        var image = new Img(width, height, file);
        image.setPosition(Position.Absolute).setX(0d).setY(0d);
        return new VirtualPage(new PageLayout(width, height).setMargin(0d)).add(image);
    }
}
