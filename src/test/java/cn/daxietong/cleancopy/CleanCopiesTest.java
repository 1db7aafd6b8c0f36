package cn.daxietong.cleancopy;

import static cn.daxietong.cleancopy.Samples.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.daxietong.cleancopy.CleanCopy.Cleaned;
import cn.daxietong.cleancopy.CleanCopy.HeldBack;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CleanCopiesTest {
    private static final Tools TOOLS = Tools.ofThisMachine();

    @TempDir
    Path memory;

    /** A copy as it was given out. */
    private record Copy(String name, String mediaType, byte[] bytes) {
        boolean contains(String words) {
            return new String(bytes, StandardCharsets.ISO_8859_1).contains(words);
        }

        BufferedImage picture() throws IOException {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        }
    }

    @AfterEach
    void nothing_is_left_in_memory() throws IOException {
        try (var left = Files.list(memory)) {
            assertThat(left.filter(p -> p.getFileName().toString().startsWith("daxietong-copy-")))
                    .isEmpty();
        }
    }

    private Copy copied(byte[] original) throws IOException {
        try (var copy = copies(TOOLS).of("举报材料1", original.length, out -> out.write(original))) {
            assertThat(copy).isInstanceOf(Cleaned.class);
            var cleaned = (Cleaned) copy;
            return new Copy(cleaned.name(), cleaned.mediaType(), Files.readAllBytes(cleaned.path()));
        }
    }

    private HeldBack held(byte[] original, Tools tools) throws IOException {
        try (var copy = copies(tools).of("举报材料1", original.length, out -> out.write(original))) {
            assertThat(copy).isInstanceOf(HeldBack.class);
            return (HeldBack) copy;
        }
    }

    private CleanCopies copies(Tools tools) {
        return new CleanCopies(memory, tools);
    }

    @Test
    void a_photograph_loses_camera_place_thumbnail_and_notes_and_stands_upright() throws IOException {
        var photo = Samples.photo();
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("Exif", SECRET);

        var copy = copied(photo);

        assertThat(copy.name()).isEqualTo("举报材料1.jpg");
        assertThat(copy.mediaType()).isEqualTo("image/jpeg");
        assertThat(copy.contains(SECRET) || copy.contains("Exif") || copy.contains("xmp"))
                .isFalse();
        var picture = copy.picture();
        assertThat(picture.getWidth()).isEqualTo(120);
        assertThat(new Color(picture.getRGB(60, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(60, 150)).getBlue()).isGreaterThan(200);
    }

    @Test
    void other_pictures_keep_their_pixels_and_nothing_else() throws IOException {
        var png = copied(Samples.pngWithNotes());
        var gif = copied(Samples.picture("gif", 20, 20));
        var bmp = copied(Samples.picture("bmp", 20, 20));

        assertThat(png.contains(SECRET)).isFalse();
        assertThat(png.picture().getRGB(2, 2)).isEqualTo(Color.RED.getRGB());
        assertThat(List.of(gif.name(), bmp.name())).containsOnly("举报材料1.png");
    }

    @Test
    void a_picture_of_several_pages_becomes_pages() throws IOException {
        var copy = copied(Samples.tiff());

        assertThat(copy.name()).endsWith(".pdf");
        try (var pdf = Loader.loadPDF(copy.bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void a_pdf_is_photographed_without_author_script_and_attachment() throws IOException {
        var copy = copied(Samples.pdf(""));

        assertThat(copy.contains(SECRET) || copy.contains("JavaScript") || copy.contains("EmbeddedFile"))
                .isFalse();
        try (var pdf = Loader.loadPDF(copy.bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getDocumentInformation().getMetadataKeys()).isEmpty();
            assertThat(pdf.getDocumentCatalog().getMetadata()).isNull();
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
        }
    }

    @Test
    void text_of_an_office_computer_is_written_anew_without_what_nobody_sees() throws IOException {
        var copy = copied("夜里三点\u200b卸货\r\n没有标签".getBytes(Charset.forName("GB18030")));

        assertThat(new String(copy.bytes(), StandardCharsets.UTF_8)).isEqualTo("夜里三点卸货\n没有标签");
        assertThat(copy.mediaType()).startsWith("text/plain");
    }

    @Test
    void a_file_that_is_two_things_at_once_comes_out_as_one() throws IOException {
        var hidden = Samples.zip(Map.of(SECRET + ".txt", new byte[] {1}));

        var copy = copied(Samples.joined(Samples.picture("jpg", 30, 30), hidden));

        assertThat(copy.name()).endsWith(".jpg");
        assertThat(copy.contains(SECRET)).isFalse();
    }

    static List<Arguments> bad() throws IOException {
        var archive = Samples.zip(Map.of("现场照片.jpg", new byte[] {1}));
        var swelling = Samples.zip(Map.of("a.bin", new byte[64 << 20]));
        return List.of(
                Arguments.of("empty", new byte[0], "空的"),
                Arguments.of("archive", archive, "解开后"),
                Arguments.of("nested", Samples.zip(Map.of("b.zip", archive)), "还有压缩包"),
                Arguments.of("bomb", swelling, "100 倍"),
                Arguments.of("program", Samples.program(), "可执行程序"),
                Arguments.of(
                        "active",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                                .getBytes(StandardCharsets.UTF_8),
                        "SVG"),
                Arguments.of(
                        "active",
                        "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                        "网页"),
                Arguments.of("active", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8), "脚本"),
                Arguments.of("macros", Samples.docx(true), "宏"),
                Arguments.of("locked", Samples.pdf("secret"), "密码"),
                Arguments.of("jpeg_2000", Samples.pdfWithJpeg2000(), "JPEG 2000"),
                Arguments.of("pixels", Samples.pixelFlood(), "5000 万像素"),
                Arguments.of("broken", java.util.Arrays.copyOf(Samples.picture("png", 30, 30), 60), "损坏"),
                Arguments.of("unknown", new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, "不认识"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void what_cannot_be_cleaned_is_held_back_with_a_reason(String code, byte[] original, String words)
            throws IOException {
        var held = held(original, TOOLS);

        assertThat(held.code()).isEqualTo(code);
        assertThat(held.reason()).contains(words).endsWith("。");
    }

    @Test
    void of_an_archive_the_names_are_told_and_nothing_is_unpacked() throws IOException {
        assertThat(held(Samples.zip(Map.of("现场照片.jpg", new byte[] {1})), TOOLS).listing())
                .containsExactly("现场照片.jpg，1 KB");
    }

    @Test
    void a_document_is_printed_with_its_changes_accepted_and_without_its_author() throws Exception {
        needs("soffice");
        assumeTrue(TOOLS.isolates(), "本机不能断网");

        try (var jail = Jail.in(memory)) {
            var in = Files.write(jail.file("document.docx"), Samples.docx(false));
            new Offices(TOOLS).print(jail, in, jail.file("document.pdf"));
            try (var pdf = Loader.loadPDF(jail.file("document.pdf").toFile())) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("Visible", "Inserted")
                        .doesNotContain("Deleted", SECRET);
            }
        }
        var copy = copied(Samples.docx(false));

        assertThat(copy.name()).endsWith(".pdf");
        assertThat(copy.contains(SECRET) || copy.contains("LibreOffice")).isFalse();
    }

    @Test
    void a_film_loses_its_notes_chapters_and_cover() throws IOException {
        needs("ffmpeg");

        var copy = copied(film());

        assertThat(copy.name()).endsWith(".mp4");
        assertThat(copy.contains(SECRET) || copy.contains("x264") || copy.contains("Lavf"))
                .isFalse();
    }

    private byte[] film() throws IOException {
        try (var jail = Jail.in(memory)) {
            var command = List.of(
                    "ffmpeg -v error -f lavfi -i testsrc=d=1:s=64x48 -f lavfi -i sine=d=1 -c:v libx264 -c:a aac -shortest"
                            .split(" "));
            var all = new ArrayList<>(command);
            for (var note : List.of("title", "artist", "comment", "location")) {
                all.addAll(List.of("-metadata", note + "=" + SECRET));
            }
            all.addAll(List.of(
                    "-metadata:s:v",
                    "handler_name=" + SECRET,
                    "-f",
                    "mp4",
                    jail.file("f").toString()));
            assertThat(jail.run(all, java.time.Duration.ofSeconds(60))
                            .orElseThrow()
                            .well())
                    .isTrue();
            var bytes = Files.readAllBytes(jail.file("f"));
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains(SECRET, "x264");
            return bytes;
        }
    }

    @Test
    void a_telephones_heic_becomes_an_ordinary_picture() throws Exception {
        needs("heif-convert");
        needs("heif-enc");
        byte[] heic;
        try (var jail = Jail.in(memory)) {
            Files.write(jail.file("a.jpg"), Samples.photo());
            jail.run(List.of("heif-enc", "a.jpg", "-o", "a.heic"), java.time.Duration.ofSeconds(60));
            heic = Files.readAllBytes(jail.file("a.heic"));
        }

        var copy = copied(heic);

        assertThat(copy.name()).endsWith(".png");
        assertThat(copy.contains(SECRET)).isFalse();
    }

    @Test
    void without_the_programs_the_reason_says_what_to_install() throws IOException {
        var none = new Tools(List.of(), List.of());

        assertThat(held(Samples.docx(false), none).reason()).contains("LibreOffice", "libreoffice-writer-nogui");
        assertThat(held(java.util.HexFormat.of().parseHex("00000018667479706d703432000000006d70343269736f6d"), none)
                        .reason())
                .contains("ffmpeg");
        assertThat(held(java.util.HexFormat.of().parseHex("000000186674797068656963000000006d69663168656963"), none)
                        .reason())
                .contains("libheif-examples");
    }

    @Test
    void what_the_virus_scanner_finds_or_does_not_answer_is_held_back() throws IOException {
        var picture = Samples.picture("png", 10, 10);

        assertThat(held(picture, scanner("clamscan", "exit 1")).reason()).contains("病毒");
        assertThat(held(picture, scanner("clamscan", "exit 2")).reason()).contains("待查杀", "ClamAV");
        assertThat(given(picture, scanner("clamscan", "exit 0"))).isTrue();
    }

    @Test
    void the_real_scanner_finds_what_its_signatures_name() throws Exception {
        needs("clamscan");
        var named = Samples.picture("png", 10, 10);
        var other = Samples.picture("png", 11, 11);
        var md5 = java.security.MessageDigest.getInstance("MD5").digest(named);
        var signatures = memory.resolve("signatures.hdb");
        Files.writeString(signatures, java.util.HexFormat.of().formatHex(md5) + ":" + named.length + ":Named\n");
        var real = scanner(
                "clamscan", "exec " + TOOLS.find("clamscan").orElseThrow() + " --database=" + signatures + " \"$@\"");

        assertThat(held(named, real).reason()).contains("病毒");
        assertThat(given(other, real)).isTrue();
    }

    @Test
    void what_is_larger_than_the_service_reads_is_not_believed_to_be_clean() throws IOException {
        var picture = Samples.picture("png", 10, 10);
        var large = java.util.Arrays.copyOf(picture, 26 << 20);

        assertThat(given(picture, scanner("clamdscan", "exit 0"))).isTrue();
        assertThat(held(large, scanner("clamdscan", "exit 0")).reason()).contains("待查杀");
    }

    private boolean given(byte[] original, Tools tools) throws IOException {
        try (var copy = copies(tools).of("a", original.length, out -> out.write(original))) {
            return copy instanceof Cleaned;
        }
    }

    private Tools scanner(String name, String answer) throws IOException {
        var folder = Files.createDirectories(memory.resolve("programs"));
        var program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + answer + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Tools(List.of(folder), List.of());
    }

    @Test
    void a_picture_as_large_as_is_allowed_fits_into_the_child() throws IOException {
        var copy = copied(Samples.picture("jpg", 8000, 6000));

        assertThat(copy.bytes().length).isPositive();
    }

    @Test
    void without_room_in_memory_nothing_is_written_to_the_disk() throws IOException {
        try (var copy = new CleanCopies(memory.resolve("absent"), TOOLS).of("a", 1, out -> out.write(1))) {
            assertThat(((HeldBack) copy).reason()).contains("/dev/shm");
        }
    }

    private static void needs(String program) {
        assumeTrue(TOOLS.find(program).isPresent(), "本机没有安装 " + program + "，略过");
    }
}
