package cn.daxietong.document;

import cn.daxietong.shared.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.dom4j.DocumentException;
import org.ofdrw.font.Font;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.VirtualPage;

/**
 * Presses as OFD (GB/T 33190) what has been pressed as PDF: every glyph, rule and picture at the same place, so that the two renditions of a
 * document cannot differ. ofdrw's own converter is left out, because it needs the AGPL iText.
 */
final class OfdPress {
    private static final Map<String, String> FAMILIES = Map.of(
            "FandolFang-Regular", "Fang",
            "FandolHei-Regular", "Hei",
            "FandolKai-Regular", "Kai",
            "FandolSong-Bold", "Song",
            "FandolSong-Regular", "Latin",
            "DaxietongRare", "Rare");

    private final Typefaces typefaces;

    OfdPress(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    byte[] press(OfficialDocument document, byte[] pdf) {
        try {
            return pressed(document, trace(pdf));
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException("the document cannot be pressed as OFD", e);
        }
    }

    private static List<List<PageTracer.Mark>> trace(byte[] pdf) throws IOException {
        try (var source = Loader.loadPDF(pdf)) {
            List<List<PageTracer.Mark>> pages = new ArrayList<>();
            for (PDPage page : source.getPages()) {
                pages.add(PageTracer.trace(page));
            }
            return pages;
        }
    }

    private byte[] pressed(OfficialDocument document, List<List<PageTracer.Mark>> pages)
            throws IOException, DocumentException {
        var out = new ByteArrayOutputStream(1 << 18);
        var folder = Files.createTempDirectory("ofd");
        try {
            try (var ofd = new OFDDoc(out)) {
                ofd.setDefaultPageLayout(new PageLayout(TracedPage.WIDTH, TracedPage.HEIGHT));
                describe(document, ofd);
                var fonts = fonts(pages, folder);
                for (var marks : pages) {
                    var page = new VirtualPage(new PageLayout(TracedPage.WIDTH, TracedPage.HEIGHT).setMargin(0d));
                    ofd.addVPage(page.add(new TracedPage(marks, fonts, folder)));
                }
            }
            return settled(out.toByteArray());
        } finally {
            discard(folder);
        }
    }

    private static void describe(OfficialDocument document, OFDDoc ofd) throws IOException, DocumentException {
        var signature = document.closing().signature();
        var day = signature == null || signature.on() == null ? LocalDate.of(2000, 1, 1) : signature.on();
        ofd.getOfdDir()
                .getOfd()
                .getDocBody()
                .getDocInfo()
                .setDocID(UUID.nameUUIDFromBytes(Json.MAPPER.writeValueAsBytes(document)))
                .setTile(document.title().replace("\n", ""))
                .setSubject(document.masthead().kind())
                .setAuthor(document.masthead().issuer())
                .setCreator("大协同平台")
                .setCreationDate(day)
                .setModDate(day);
    }

    private Map<String, Font> fonts(List<List<PageTracer.Mark>> pages, Path folder) throws IOException {
        var used = new TreeMap<String, TreeSet<Integer>>();
        for (var marks : pages) {
            for (var mark : marks) {
                if (mark instanceof PageTracer.Line line) {
                    var characters = used.computeIfAbsent(line.font(), f -> new TreeSet<>());
                    line.glyphs().forEach(glyph -> glyph.text().codePoints().forEach(characters::add));
                }
            }
        }
        Map<String, Font> fonts = new HashMap<>();
        for (var font : used.entrySet()) {
            var family = FAMILIES.get(font.getKey());
            if (family == null) {
                throw new IOException("the document is set in an unknown font: " + font.getKey());
            }
            var file = folder.resolve(font.getKey() + ".ttf");
            Files.write(file, SubsetFont.of(typefaces.bytes(family), font.getValue()));
            fonts.put(font.getKey(), new Font(font.getKey(), font.getKey(), file));
        }
        return fonts;
    }

    // The library stamps every entry with the moment; without that the same document gives the same bytes.
    private static byte[] settled(byte[] zip) throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        var out = new ByteArrayOutputStream(zip.length);
        try (var settled = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var entry : entries.entrySet()) {
                var fixed = new ZipEntry(entry.getKey());
                fixed.setTimeLocal(LocalDate.of(2000, 1, 1).atStartOfDay());
                settled.putNextEntry(fixed);
                settled.write(entry.getValue());
                settled.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static void discard(Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
