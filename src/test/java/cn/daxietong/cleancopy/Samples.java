package cn.daxietong.cleancopy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as tellers send them and as attackers do, each with {@link #SECRET} wherever it could hide. */
final class Samples {
    static final String SECRET = "SecretTeller";

    private Samples() {}

    /** Left half red, right half blue, lying on its side as a telephone takes it, with Exif, GPS, a thumbnail, XMP and a comment. */
    static byte[] photo() throws IOException {
        var plain = picture("jpg", 160, 120);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        out.writeBytes(segment(0xE1, exif()));
        out.writeBytes(segment(
                0xE1,
                ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + "</x:xmpmeta>")
                        .getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(segment(0xED, ("Photoshop 3.0\0" + SECRET).getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(segment(0xFE, SECRET.getBytes(StandardCharsets.UTF_8)));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(SECRET.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** Make, orientation "turn right", a GPS directory and a thumbnail that shows what was cut away. */
    private static byte[] exif() throws IOException {
        var thumbnail = picture("jpg", 16, 16);
        var make = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        int first = 8;
        int second = first + 2 + 3 * 12 + 4;
        int gps = second + 2 + 2 * 12 + 4;
        int data = gps + 2 + 2 * 12 + 4;
        var tiff = ByteBuffer.allocate(data + make.length + 24 + thumbnail.length);
        tiff.putShort((short) 0x4D4D).putShort((short) 42).putInt(first);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, make.length, data);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        entry(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(second);
        tiff.putShort((short) 2);
        entry(tiff, 0x0201, 4, 1, data + make.length + 24);
        entry(tiff, 0x0202, 4, 1, thumbnail.length);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
        entry(tiff, 2, 5, 3, data + make.length);
        tiff.putInt(0);
        tiff.put(make);
        for (int part : new int[] {24, 1, 29, 1, 4321, 100}) {
            tiff.putInt(part);
        }
        tiff.put(thumbnail);
        var out = new ByteArrayOutputStream();
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(tiff.array());
        return out.toByteArray();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] picture(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image(width, height), format, out);
        return out.toByteArray();
    }

    static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return image;
    }

    static byte[] pngWithNotes() throws IOException {
        var plain = picture("png", 40, 30);
        int afterHead = 8 + 25;
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, afterHead);
        out.writeBytes(chunk("tEXt", ("Author\0" + SECRET).getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(chunk("eXIf", ("MM\0*" + SECRET).getBytes(StandardCharsets.UTF_8)));
        out.write(plain, afterHead, plain.length - afterHead);
        return out.toByteArray();
    }

    /** Says that it has 60000 × 60000 pixels. */
    static byte[] pixelFlood() throws IOException {
        var plain = picture("png", 40, 30);
        var head = ByteBuffer.allocate(13)
                .putInt(60_000)
                .putInt(60_000)
                .put(plain, 24, 5)
                .array();
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 8);
        out.writeBytes(chunk("IHDR", head));
        out.write(plain, 33, plain.length - 33);
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.US_ASCII));
        crc.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    /** Two pages of a scanner. */
    static byte[] tiff() throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 2; i++) {
                writer.writeToSequence(new IIOImage(image(60, 80), null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return out.toByteArray();
    }

    /** With author, script and attachment. */
    static byte[] pdf(String password) throws IOException {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentInformation().setAuthor(SECRET);
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + SECRET + "')"));
            var file = new PDComplexFileSpecification();
            file.setFile(SECRET + ".txt");
            file.setEmbeddedFile(
                    new PDEmbeddedFile(pdf, new java.io.ByteArrayInputStream(SECRET.getBytes(StandardCharsets.UTF_8))));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(SECRET, file));
            var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(names);
            if (!password.isEmpty()) {
                pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    static byte[] pdfWithJpeg2000() throws IOException {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            pdf.addPage(page);
            var image = new PDImageXObject(
                    pdf,
                    new java.io.ByteArrayInputStream(new byte[8]),
                    COSName.JPX_DECODE,
                    4,
                    4,
                    8,
                    PDDeviceRGB.INSTANCE);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(image, 0, 0);
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** With a word deleted under tracked changes, an author, a picture on somebody else's server, and programs if wanted. */
    static byte[] docx(boolean macros) throws IOException {
        var w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var packaged = "http://schemas.openxmlformats.org/package/2006/";
        var office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        var entries = new java.util.LinkedHashMap<String, byte[]>();
        entries.put(
                "[Content_Types].xml",
                xml(
                        "<Types xmlns=\"" + packaged + "content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                                + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"));
        entries.put(
                "_rels/.rels",
                xml("<Relationships xmlns=\"" + packaged + "relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"" + office + "officeDocument\" Target=\"word/document.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"" + packaged
                        + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"));
        entries.put(
                "word/_rels/document.xml.rels",
                xml("<Relationships xmlns=\"" + packaged + "relationships\"><Relationship Id=\"r9\" Type=\"" + office
                        + "attachedTemplate\" Target=\"http://192.0.2.1/" + SECRET
                        + ".dotm\" TargetMode=\"External\"/></Relationships>"));
        entries.put(
                "docProps/core.xml",
                xml("<cp:coreProperties xmlns:cp=\"" + packaged
                        + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>"
                        + SECRET
                        + "</dc:creator></cp:coreProperties>"));
        entries.put(
                "word/document.xml",
                xml("<w:document " + w + "><w:body><w:p><w:r><w:t xml:space=\"preserve\">Visible </w:t></w:r>"
                        + "<w:del w:id=\"1\" w:author=\"" + SECRET
                        + "\"><w:r><w:delText>Deleted</w:delText></w:r></w:del>"
                        + "<w:ins w:id=\"2\" w:author=\"" + SECRET
                        + "\"><w:r><w:t>Inserted</w:t></w:r></w:ins></w:p></w:body></w:document>"));
        if (macros) {
            entries.put("word/vbaProject.bin", new byte[] {1});
        }
        return zip(entries);
    }

    private static byte[] xml(String body) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] program() {
        var program = Arrays.copyOf("MZ".getBytes(StandardCharsets.US_ASCII), 512);
        program[60] = (byte) 0x80;
        System.arraycopy("PE\0\0".getBytes(StandardCharsets.US_ASCII), 0, program, 0x80, 4);
        return program;
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        List.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
