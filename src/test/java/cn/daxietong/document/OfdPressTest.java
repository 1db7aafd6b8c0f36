package cn.daxietong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class OfdPressTest {
    private static final String OFD = "http://www.ofdspec.org/2016";
    private static final DocumentPress PRESS = new DocumentPress();
    private static byte[] letter = new byte[0];
    private static Map<String, byte[]> entries = Map.of();

    @BeforeAll
    static void press_a_letter() throws IOException {
        letter = PRESS.ofd(Samples.letter());
        entries = entries(letter);
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/letter.ofd"), letter);
    }

    @Test
    void it_says_what_the_pdf_says() throws Exception {
        var pdf = PdfText.all(PRESS.pdf(Samples.letter()));

        var ofd = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            var codes = xml("Doc_0/Pages/Page_" + i + "/Content.xml").getElementsByTagNameNS(OFD, "TextCode");
            for (int k = 0; k < codes.getLength(); k++) {
                ofd.append(codes.item(k).getTextContent());
            }
        }
        // Page heads and feet come at other places in the stream, so characters are counted and not their order.
        assertThat(PdfText.bare(ofd.toString()).codePoints().sorted().toArray())
                .isEqualTo(pdf.codePoints().sorted().toArray());
        assertThat(ofd).contains("鹿寨县", "𠮷");
    }

    @Test
    void every_part_is_well_formed_and_every_page_is_a4() throws Exception {
        for (var name : entries.keySet()) {
            if (name.endsWith(".xml")) {
                assertThat(xml(name).getDocumentElement().getNamespaceURI()).isEqualTo(OFD);
            }
        }
        var pages = xml("Doc_0/Document.xml").getElementsByTagNameNS(OFD, "Page");
        assertThat(pages.getLength()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            var box = xml("Doc_0/Pages/Page_" + i + "/Content.xml").getElementsByTagNameNS(OFD, "PhysicalBox");
            assertThat(box.item(0).getTextContent()).isEqualTo("0 0 210 297");
        }
    }

    @Test
    void every_text_object_has_as_many_steps_as_it_needs_and_lies_on_the_page() throws Exception {
        var objects = xml("Doc_0/Pages/Page_0/Content.xml").getElementsByTagNameNS(OFD, "TextObject");

        assertThat(objects.getLength()).isPositive();
        for (int i = 0; i < objects.getLength(); i++) {
            var object = (Element) objects.item(i);
            var code = (Element) object.getElementsByTagNameNS(OFD, "TextCode").item(0);
            int characters = (int) code.getTextContent().codePoints().count();
            var steps = code.getAttribute("DeltaX");
            assertThat(steps.isEmpty() ? 0 : steps.split(" ").length).isEqualTo(characters - 1);
            var box = object.getAttribute("Boundary").split(" ");
            assertThat(Double.parseDouble(box[0]) + Double.parseDouble(box[2])).isBetween(0d, 210d);
        }
    }

    @Test
    void its_fonts_hold_every_character_and_stay_small() throws Exception {
        var fonts = xml("Doc_0/PublicRes.xml").getElementsByTagNameNS(OFD, "Font");
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < fonts.getLength(); i++) {
            var font = (Element) fonts.item(i);
            var file = font.getElementsByTagNameNS(OFD, "FontFile").item(0).getTextContent();
            files.put(font.getAttribute("ID"), java.util.Objects.requireNonNull(entries.get("Doc_0/Res/" + file)));
        }

        for (int page = 0; page < 3; page++) {
            var objects = xml("Doc_0/Pages/Page_" + page + "/Content.xml").getElementsByTagNameNS(OFD, "TextObject");
            for (int i = 0; i < objects.getLength(); i++) {
                var object = (Element) objects.item(i);
                var text =
                        object.getElementsByTagNameNS(OFD, "TextCode").item(0).getTextContent();
                try (var font =
                        new TTFParser().parse(new RandomAccessReadBuffer(files.get(object.getAttribute("Font"))))) {
                    var cmap = font.getUnicodeCmapLookup();
                    assertThat(text.codePoints()).allMatch(c -> cmap.getGlyphId(c) > 0);
                }
            }
        }
        assertThat(files.values().stream().mapToInt(f -> f.length).sum()).isLessThan(400_000);
        assertThat(letter.length).isLessThan(400_000);
    }

    @Test
    void the_same_content_gives_the_same_bytes() {
        assertThat(PRESS.ofd(Samples.letter())).isEqualTo(letter);
    }

    private static Document xml(String name) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(java.util.Objects.requireNonNull(entries.get(name))));
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        var all = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                all.put(entry.getName(), in.readAllBytes());
            }
        }
        return all;
    }
}
