package cn.daxietong.bag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;

/** Where in the bytes of a PDF each page's own content lies, so that a change can be named by its page. */
final class PdfPages {
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final int LOOK = 4096;

    private PdfPages() {}

    /**
     * A stretch that only this page draws.
     *
     * @param number from 1
     */
    record Page(int number, long offset, long length) {}

    /** Nothing where the file cannot be told apart; it is then covered as a whole. */
    static List<Page> of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<Page>();
            int number = 0;
            for (var page : document.getPages()) {
                number++;
                var contents = page.getCOSObject().getItem(COSName.CONTENTS);
                add(pages, number, contents, document.getDocument(), pdf);
            }
            return pages;
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    private static void add(
            List<Page> pages,
            int number,
            @org.jspecify.annotations.Nullable COSBase contents,
            COSDocument document,
            byte[] pdf) {
        if (contents instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                add(pages, number, several.get(i), document, pdf);
            }
        } else if (contents instanceof COSObject reference && reference.getObject() instanceof COSStream stream) {
            var at = document.getXrefTable().get(reference.getKey());
            long begin = at == null ? -1 : begin(pdf, at);
            if (begin > 0 && begin + stream.getLength() <= pdf.length) {
                pages.add(new Page(number, begin, stream.getLength()));
            }
        }
    }

    private static long begin(byte[] pdf, long at) {
        for (int i = (int) Math.max(0, at); i < Math.min(pdf.length - STREAM.length - 2, at + LOOK); i++) {
            int matched = 0;
            while (matched < STREAM.length && pdf[i + matched] == STREAM[matched]) {
                matched++;
            }
            if (matched == STREAM.length) {
                int after = i + STREAM.length;
                return after + (pdf[after] == '\r' && pdf[after + 1] == '\n' ? 2 : 1);
            }
        }
        return -1;
    }
}
