package cn.daxietong.document;

import cn.daxietong.shared.Json;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Presses an official document as PDF or OFD. Safe between threads; two at a time, so that a burst of downloads cannot fill the heap with
 * copies of the fonts. The same document gives the same bytes.
 */
public final class DocumentPress {
    private static final double POINTS_PER_MM = 72 / 25.4;

    static {
        // It writes a line for every step of every page.
        XRLog.setLoggingEnabled(false);
    }

    private final Typefaces typefaces;
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
    private final Semaphore slots = new Semaphore(2);

    public DocumentPress() {
        this(new Typefaces());
    }

    DocumentPress(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** Reads the fonts and the libraries in, so that the first person does not wait for it. */
    void warm() {
        pdf(OfficialDocument.form("试印", "试印").paragraph("试印").done());
    }

    /** The font that figures are set in, for page numbers on other pages. */
    public java.io.InputStream figures() {
        return typefaces.open("Latin");
    }

    public byte[] pdf(OfficialDocument document) {
        slots.acquireUninterruptibly();
        try {
            return print(document);
        } finally {
            slots.release();
        }
    }

    /** As {@link #pdf}, without page numbers of its own: a sheet of something larger that numbers its pages itself. */
    public byte[] sheet(OfficialDocument document) {
        slots.acquireUninterruptibly();
        try {
            return print(document, Typesetting.xhtml(document, 0).replace("<body class=\"", "<body class=\"bare "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            slots.release();
        }
    }

    /** The same pages as {@link #pdf} without the page numbers of their own, for something larger that numbers them through. */
    public byte[] leaves(OfficialDocument document) {
        slots.acquireUninterruptibly();
        try {
            return print(
                    document,
                    Typesetting.xhtml(document, room(document)).replace("\"— \" counter(page) \" —\"", "none"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            slots.release();
        }
    }

    /** The same pages as {@link #pdf}, glyph by glyph, in the national format GB/T 33190. */
    public byte[] ofd(OfficialDocument document) {
        slots.acquireUninterruptibly();
        try {
            return new OfdPress(typefaces).press(document, print(document));
        } finally {
            slots.release();
        }
    }

    private byte[] print(OfficialDocument document) {
        try {
            return print(document, room(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // 版记 stands at the foot of the last page: laid out once to see how much room is left above the foot, then again
    // with that room filled.
    private double room(OfficialDocument document) throws IOException {
        try (var renderer = builder(Typesetting.xhtml(document, 0)).buildPdfRenderer()) {
            renderer.layout();
            var imprint = renderer.getSharedContext().getBoxById(Typesetting.IMPRINT);
            if (imprint == null) {
                return 0;
            }
            double foot = renderer.getRootBox().getLayer().getPages().stream()
                    .filter(page -> imprint.getAbsY() >= page.getTop() && imprint.getAbsY() < page.getBottom())
                    .mapToDouble(PageBox::getBottom)
                    .findFirst()
                    .orElse(0);
            double below =
                    (foot - imprint.getAbsY() - imprint.getHeight()) / renderer.getDotsPerPoint() / POINTS_PER_MM;
            return Math.max(0, below - 0.5);
        }
    }

    private byte[] print(OfficialDocument document, double pushed) throws IOException {
        return print(document, Typesetting.xhtml(document, pushed));
    }

    private byte[] print(OfficialDocument document, String xhtml) throws IOException {
        try (var out = new ByteArrayOutputStream(1 << 18);
                var renderer = builder(xhtml).buildPdfRenderer()) {
            renderer.layout();
            try (PDDocument pdf = renderer.createPDFKeepOpen()) {
                date(document, pdf);
                pdf.save(out);
            }
            return out.toByteArray();
        }
    }

    // Dates and the file identifier come from the content, not from the moment: a second pressing must give the same
    // hash.
    private static void date(OfficialDocument document, PDDocument pdf) {
        var signature = document.closing().signature();
        var day = signature == null ? null : signature.on();
        Calendar written = new GregorianCalendar(TimeZone.getTimeZone("Asia/Shanghai"), Locale.ROOT);
        written.clear();
        if (day == null) {
            written.set(2000, Calendar.JANUARY, 1);
        } else {
            written.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        }
        pdf.getDocumentInformation().setCreationDate(written);
        pdf.getDocumentInformation().setModificationDate(written);
        pdf.setDocumentId((long) Json.MAPPER.writeValueAsString(document).hashCode());
    }

    private PdfRendererBuilder builder(String xhtml) {
        var builder = new PdfRendererBuilder()
                .withHtmlContent(xhtml, "about:blank")
                .useFastMode()
                .usePdfUaAccessibility(true)
                .useReplacementText("〓")
                .withProducer("大协同平台")
                .useCacheStore(PdfRendererBuilder.CacheStore.PDF_FONT_METRICS, metrics);
        for (var family : Typefaces.FILES.keySet()) {
            typefaces
                    .standIn(family)
                    .ifPresent(readable ->
                            builder.useFont(() -> typefaces.open(readable), family, 400, FontStyle.NORMAL, true));
        }
        return builder;
    }
}
