package cn.daxietong.casebook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadMemoryMappedFile;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Binds pages into one PDF. Nothing of their content is held in the heap: it lies in the sources, which are mapped, and in a temporary file
 * beside the result.
 */
final class Binder implements Closeable {
    private static final float FROM_EDGE = 28;
    private static final float SIZE = 12;
    /** What would lead out of the book, run something, or drag in the rest of the file that a page came from. */
    private static final List<COSName> LEADS_AWAY =
            List.of(COSName.P, COSName.PARENT, COSName.DEST, COSName.A, COSName.AA, COSName.getPDFName("Popup"));

    private final PDDocument book;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final List<Closeable> sources = new ArrayList<>();
    private final PDFont figures;
    private int numbered;
    private int things;
    private String chapter = "";
    private @Nullable PDOutlineItem above;

    /** @param scratch where content waits on the disk */
    Binder(InputStreamSource font, Path scratch) {
        book = new PDDocument(MemoryUsageSetting.setupTempFileOnly().setTempDir(scratch.toFile()).streamCache);
        book.getDocumentCatalog().setDocumentOutline(outline);
        figures = figures(font);
    }

    /** Opens a font's file anew. */
    interface InputStreamSource {
        InputStream open();
    }

    /** A book without its own figures is still a book: every reader has some. */
    private PDFont figures(InputStreamSource font) {
        try (var in = font.open()) {
            return PDType0Font.load(book, in, true);
        } catch (IOException | RuntimeException e) {
            return new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        }
    }

    int pages() {
        return book.getNumberOfPages();
    }

    /** How many things have been bound. */
    int things() {
        return things;
    }

    /** @param title of the bookmark under which what follows stands; empty for what belongs to no chapter */
    void chapter(String title) {
        chapter = title;
        above = null;
    }

    /** Pages made here, for pictures. */
    PDDocument document() {
        return book;
    }

    /**
     * All pages of a PDF.
     *
     * @param numbered whether they bear the book's running number; cover and contents do not
     */
    void add(Path pdf, String title, boolean numbered) throws IOException {
        var source = open(pdf);
        sources.add(source);
        add(source, title, numbered, 0);
    }

    void add(byte[] pdf, String title, boolean numbered, int from) throws IOException {
        var source = Loader.loadPDF(pdf);
        sources.add(source);
        add(source, title, numbered, from);
    }

    private void add(PDDocument source, String title, boolean numbered, int from) throws IOException {
        for (int i = from; i < source.getNumberOfPages(); i++) {
            var page = book.importPage(source.getPage(i));
            unhook(page.getCOSObject());
            placed(page, i == from ? title : "", numbered);
        }
    }

    /** A page that was made here. */
    void add(PDPage page, String title) throws IOException {
        book.addPage(page);
        placed(page, title, true);
    }

    static PDDocument open(Path pdf) throws IOException {
        return Loader.loadPDF(new RandomAccessReadMemoryMappedFile(pdf), IOUtils.createTempFileOnlyStreamCache());
    }

    private static void unhook(COSDictionary page) {
        LEADS_AWAY.subList(2, LEADS_AWAY.size()).forEach(page::removeItem);
        page.removeItem(COSName.STRUCT_PARENTS);
        page.removeItem(COSName.B);
        if (page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
            for (int i = annotations.size() - 1; i >= 0; i--) {
                if (annotations.getObject(i) instanceof COSDictionary annotation
                        && !COSName.LINK.equals(annotation.getCOSName(COSName.SUBTYPE))) {
                    LEADS_AWAY.forEach(annotation::removeItem);
                } else {
                    annotations.remove(i);
                }
            }
        }
    }

    private void placed(PDPage page, String title, boolean number) throws IOException {
        if (!title.isEmpty()) {
            var item = new PDOutlineItem();
            item.setTitle(title);
            item.setDestination(page);
            if (!chapter.isEmpty()) {
                above = new PDOutlineItem();
                above.setTitle(chapter);
                above.setDestination(page);
                outline.addLast(above);
                chapter = "";
            }
            things++;
            (above == null ? outline : above).addLast(item);
        }
        if (number) {
            stamp(page, Integer.toString(++numbered));
        }
    }

    /** 页码 at the top right, where an archivist writes it (归档文件整理规则 DA/T 22), whichever way the page is turned. */
    private void stamp(PDPage page, String number) throws IOException {
        var box = page.getCropBox();
        float width = figures.getStringWidth(number) / 1000 * SIZE;
        int turn = Math.floorMod(page.getRotation(), 360);
        var matrix =
                switch (turn) {
                    case 90 ->
                        new Matrix(
                                0, 1, -1, 0, box.getLowerLeftX() + FROM_EDGE, box.getUpperRightY() - FROM_EDGE - width);
                    case 180 ->
                        new Matrix(
                                -1, 0, 0, -1, box.getLowerLeftX() + FROM_EDGE + width, box.getLowerLeftY() + FROM_EDGE);
                    case 270 ->
                        new Matrix(
                                0, -1, 1, 0, box.getUpperRightX() - FROM_EDGE, box.getLowerLeftY() + FROM_EDGE + width);
                    default ->
                        new Matrix(
                                1, 0, 0, 1, box.getUpperRightX() - FROM_EDGE - width, box.getUpperRightY() - FROM_EDGE);
                };
        try (var content = new PDPageContentStream(book, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.beginText();
            content.setFont(figures, SIZE);
            content.setTextMatrix(matrix);
            content.showText(number);
            content.endText();
        }
    }

    void save(Path target, String title) throws IOException {
        book.getDocumentInformation().setTitle(title);
        book.getDocumentInformation().setProducer("大协同平台");
        outline.openNode();
        try (var out = new java.io.BufferedOutputStream(java.nio.file.Files.newOutputStream(target), 1 << 16)) {
            book.save(out, CompressParameters.NO_COMPRESSION);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            book.close();
        } finally {
            for (var source : sources) {
                source.close();
            }
        }
    }
}
