package cn.daxietong.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.verifier.Check;
import cn.daxietong.verifier.Names;
import cn.daxietong.verifier.Sealing;
import cn.daxietong.verifier.Suite;
import cn.daxietong.verifier.Unfit;
import cn.daxietong.verifier.Verifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is done to a bag is found and named. */
class CorruptionTest {
    private static final int SAMPLES = 1_000;

    private final SampleBag sample = new SampleBag();

    @TempDir
    Path folder;

    private static List<String> faults(Path bag) throws IOException {
        try {
            return Check.run(bag, null, Set.of()).faults();
        } catch (Unfit e) {
            return List.of(e.sentence());
        }
    }

    private List<String> faultsOfSample() throws IOException {
        return faults(sample.in(folder));
    }

    private void swap(String one, String other) {
        var names = new ArrayList<>(sample.files.keySet());
        java.util.Collections.swap(names, names.indexOf(one), names.indexOf(other));
        var swapped = new LinkedHashMap<String, byte[]>();
        names.forEach(name -> swapped.put(name, sample.file(name)));
        sample.files.clear();
        sample.files.putAll(swapped);
    }

    @Test
    void an_untouched_bag_is_sound() throws IOException {
        assertThat(faultsOfSample()).isEmpty();
    }

    @Test
    void every_changed_byte_is_found() throws IOException {
        var bag = sample.in(folder);
        var bytes = Files.readAllBytes(bag);
        var random = new Random(20261124);

        for (int i = 0; i < SAMPLES; i++) {
            // The first and the last bytes, where a zip file is most forgiving, each; then any.
            int at = i < 300 ? i : i < 600 ? bytes.length - 1 - (i - 300) : random.nextInt(bytes.length);
            var was = bytes[at];
            bytes[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(bag, bytes, StandardOpenOption.TRUNCATE_EXISTING);

            assertThat(faults(bag)).as("byte " + at + " of " + bytes.length).isNotEmpty();
            bytes[at] = was;
        }
    }

    @Test
    void every_cut_is_found() throws IOException {
        var bag = sample.in(folder);
        var bytes = Files.readAllBytes(bag);

        for (int length : List.of(0, 3, 30, 60, 200, bytes.length / 2, bytes.length - 30, bytes.length - 1)) {
            Files.write(bag, java.util.Arrays.copyOf(bytes, length));

            assertThat(faults(bag)).as("cut to " + length).isNotEmpty();
        }
    }

    @Test
    void a_changed_page_is_named() throws IOException {
        var pdf = sample.file(SampleBag.LETTER);
        var second = PdfPages.of(pdf).get(1);
        pdf[(int) second.offset() + 5] ^= 1;

        assertThat(faultsOfSample())
                .singleElement()
                .asString()
                .contains("涉嫌犯罪案件移送书")
                .contains("第2页被改动")
                .doesNotContain("第1页");
    }

    @Test
    void pages_in_another_order_are_named() throws IOException {
        try (var document = Loader.loadPDF(sample.file(SampleBag.LETTER));
                var out = new ByteArrayOutputStream()) {
            var first = document.getPage(0);
            document.removePage(0);
            document.getPages().insertAfter(first, document.getPage(0));
            document.save(out);
            sample.files.put(SampleBag.LETTER, out.toByteArray());
        }

        assertThat(faultsOfSample()).singleElement().asString().contains("页的次序");
    }

    @Test
    void a_page_taken_out_is_named() throws IOException {
        try (var document = Loader.loadPDF(sample.file(SampleBag.LETTER));
                var out = new ByteArrayOutputStream()) {
            document.removePage(2);
            document.save(out);
            sample.files.put(SampleBag.LETTER, out.toByteArray());
        }

        assertThat(faultsOfSample()).singleElement().asString().contains("第3页被改动或抽走");
    }

    @Test
    void what_was_taken_out_put_in_or_moved_is_named() throws IOException {
        sample.files.remove("exhibits.json");
        sample.files.put("attachments/002-另加.txt", SampleBag.text("put in"));
        swap("documents/001-移送书.json", "custody.json");

        assertThat(faultsOfSample())
                .anyMatch(f -> f.contains("缺少“exhibits.json”"))
                .anyMatch(f -> f.contains("多出“attachments/002-另加.txt”"))
                .anyMatch(f -> f.contains("次序被调换"));
    }

    @Test
    void an_edited_manifest_is_found_though_the_files_fit_it() throws IOException {
        for (var suite : Suite.values()) {
            var name = Names.manifest(suite);
            var text = new String(sample.file(name), StandardCharsets.UTF_8);
            sample.files.put(name, SampleBag.text(text.replace("李某", "张某")));
        }

        assertThat(faultsOfSample()).hasSize(2).allMatch(f -> f.contains("清单或签名被改动"));
    }

    @Test
    void a_manifest_that_is_no_text_any_more_is_named_and_not_taken_for_a_disk_that_fails() throws IOException {
        var manifest = sample.file(Names.manifest(Suite.SM));
        manifest[manifest.length / 2] = (byte) 0xFF;

        assertThat(faultsOfSample()).anyMatch(f -> f.contains("被改动，已不可读"));
    }

    @Test
    void a_manifest_signed_by_another_key_is_found() throws IOException, GeneralSecurityException {
        var stranger = new SampleBag();
        for (var suite : Suite.values()) {
            var name = Names.manifest(suite);
            sample.files.put(
                    Names.signature(name, suite),
                    new Sealing(name, suite, stranger.key(suite), stranger.sign(suite, sample.file(name))).bytes());
        }

        assertThat(faultsOfSample()).hasSize(2).allMatch(f -> f.contains("签名被调换"));
    }

    @Test
    void a_bag_sealed_anew_by_somebody_else_is_found_by_whoever_knows_the_key() throws IOException {
        var stranger = new SampleBag().in(folder);
        var known = Suite.SM.fingerprint(sample.key(Suite.SM)).substring(0, 16);

        assertThat(faults(stranger)).isEmpty();
        assertThat(Check.run(stranger, null, Set.of(known)).faults())
                .singleElement()
                .asString()
                .contains("不是您指定的密钥");
        assertThat(Check.run(sample.in(folder), null, Set.of(known)).faults()).isEmpty();
    }

    @Test
    void a_bag_of_a_newer_format_is_told_from_a_broken_one() throws IOException {
        sample.files.put("version.txt", SampleBag.text("daxietong-bag 2\n"));

        assertThatThrownBy(() -> Check.run(sample.in(folder), null, Set.of()))
                .hasMessageContaining("第 2 版")
                .hasMessageContaining("索取新版核验程序");
        assertThat(verify(sample.in(folder).toString())).startsWith("2").doesNotContain("通过。");
    }

    @ParameterizedTest
    @EnumSource(OtherVersion.class)
    void a_bag_of_another_platform_version_gets_a_defined_answer(OtherVersion version) throws Exception {
        version.write(sample);

        assertThat(verify(sample.in(folder).toString()))
                .startsWith(String.valueOf(version.code))
                .contains(version.sentence);
    }

    @Test
    void nothing_compressed_is_ever_unpacked() throws IOException {
        var bomb = folder.resolve("bomb.asice");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write(new byte[50 << 20]);
            zip.closeEntry();
        }

        assertThatThrownBy(() -> Check.run(bomb, null, Set.of())).hasMessageContaining("解压炸弹");
    }

    @Test
    void a_name_that_climbs_out_is_refused() throws IOException {
        sample.files.put("../../etc/passwd", SampleBag.text("x"));

        assertThat(faultsOfSample()).singleElement().asString().contains("文件名不合要求");
    }

    @Test
    void the_receipt_fits_its_bag_and_no_other_and_every_changed_byte_of_it_is_found()
            throws IOException, GeneralSecurityException {
        var bag = sample.in(folder);
        var receipt =
                Files.write(folder.resolve("receipt.txt"), sample.receipt().bytes());
        assertThat(Check.run(bag, receipt, Set.of()).faults()).isEmpty();
        var bytes = Files.readAllBytes(receipt);

        for (int at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(receipt, changed);
            assertThat(Check.run(bag, receipt, Set.of()).faults())
                    .as("byte " + at)
                    .isNotEmpty();
        }
        Files.write(receipt, new SampleBag().receipt().bytes());
        assertThat(Check.run(bag, receipt, Set.of()).faults()).anyMatch(f -> f.contains("签的不是这个袋"));
    }

    @Test
    void the_program_says_what_it_found_and_answers_with_its_exit_code() throws IOException {
        var bag = sample.in(folder);
        assertThat(verify(bag.toString())).startsWith("0").contains("✓ 通过").contains("李某涉嫌非法经营案");
        assertThat(verify(bag.toString(), "--key", "0000000000000000")).startsWith("1");
        assertThat(verify(bag.toString(), "--key", "12")).startsWith("2").contains("至少前 16 位");
        assertThat(verify("没有.asice")).startsWith("2").contains("没有这个文件");
        assertThat(verify()).startsWith("2").contains("用法");
        assertThat(verify(Files.writeString(folder.resolve("x.asice"), "这不是袋").toString()))
                .startsWith("2")
                .contains("不是移送袋");
    }

    private static String verify(String... arguments) {
        var out = new ByteArrayOutputStream();
        var code = Verifier.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_of_more_than_four_gigabytes_has_the_headers_that_zip_programs_expect() {
        var stored = new cn.daxietong.verifier.ZipLayout.Stored("a", 5L << 30, 7);

        var tail = cn.daxietong.verifier.ZipLayout.tail(List.of(stored, stored));

        assertThat(HexFormat.of().formatHex(tail)).contains("504b0606").contains("504b0607");
        assertThat(Map.of("local", cn.daxietong.verifier.ZipLayout.local(stored).length))
                .containsValue(51);
    }
}
