package cn.daxietong.bag;

import cn.daxietong.ledger.Entry;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import cn.daxietong.verifier.Inclusion;
import cn.daxietong.verifier.LedgerExcerpt;
import cn.daxietong.verifier.Manifest;
import cn.daxietong.verifier.Names;
import cn.daxietong.verifier.Receipt;
import cn.daxietong.verifier.Sealing;
import cn.daxietong.verifier.Suite;
import cn.daxietong.verifier.ZipLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A bag made without the platform, of which each part can be put wrong and signed anew. */
final class SampleBag {
    static final String LETTER = "documents/001-移送书.pdf";
    private static final UUID STREAM = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    private final Map<Suite, KeyPair> keys = new EnumMap<>(Suite.class);
    final LinkedHashMap<String, byte[]> files = new LinkedHashMap<>();

    SampleBag() {
        try {
            var sm2 = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
            sm2.initialize(new ECGenParameterSpec("sm2p256v1"));
            keys.put(Suite.SM, sm2.generateKeyPair());
            keys.put(Suite.INTL, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            fill();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill() throws IOException, GeneralSecurityException {
        var entries = entries();
        var content = new LinkedHashMap<String, byte[]>();
        content.put("说明.txt", text("怎样核验"));
        content.put(LETTER, pdf(List.of("first page", "second page", "third page")));
        content.put("documents/001-移送书.json", text("{\"title\":\"移送书\"}"));
        content.put("exhibits.json", text("[{\"id\":\"1\",\"description\":\"卷烟\"}]"));
        content.put("custody.json", text("[{\"item\":\"1\",\"custodian\":\"U12\"}]"));
        content.put(
                Names.LEDGER,
                new LedgerExcerpt(entries.stream().map(SampleBag::line).toList()).bytes());
        content.put("attachments/001-现场照片.jpg", text("not really a picture"));
        seal(content, proof());
    }

    /** That the excerpt's last entry stands in a checkpoint. */
    List<Inclusion> proof() throws GeneralSecurityException {
        return List.of(new Inclusion(STREAM.toString(), 3, anchor(entries().getLast())));
    }

    /** Lists and signs these files as a platform with these keys would. */
    void seal(LinkedHashMap<String, byte[]> content, List<Inclusion> proof)
            throws IOException, GeneralSecurityException {
        files.clear();
        Names.frame(false).forEach(name -> files.put(name, text(name.startsWith("META") ? "" : Names.fixed(name))));
        for (var suite : Suite.values()) {
            var manifest = manifest(suite, content).bytes();
            files.put(Names.manifest(suite), manifest);
            files.put(
                    Names.signature(Names.manifest(suite), suite),
                    new Sealing(Names.manifest(suite), suite, key(suite), sign(suite, manifest)).bytes());
        }
        files.put(Names.PROOF, Inclusion.bytes(proof));
        files.put(Names.NO_STAMP, text(Names.NO_STAMP_TEXT));
        files.putAll(content);
    }

    private Manifest manifest(Suite suite, Map<String, byte[]> content) throws IOException {
        var listed = new ArrayList<Manifest.Listed>();
        for (var file : content.entrySet()) {
            var packed = Packed.of(file.getKey(), title(file.getKey()), "application/octet-stream", file.getValue());
            var measured = file.getKey().endsWith(".pdf")
                    ? Measured.of(file.getKey(), file.getValue(), PdfPages.of(file.getValue()))
                    : Measured.of(file.getKey(), new ByteArrayInputStream(file.getValue()));
            listed.add(measured.listed(suite, packed));
        }
        var about = new LinkedHashMap<String, String>();
        about.put("kind", "移送");
        about.put("number", "鹿打私移〔2026〕3号");
        about.put("title", "李某涉嫌非法经营案");
        about.put("sender", "县市场监管局");
        about.put("receiver", "县公安局");
        about.put("sealed_at", "2026-11-24T10:00:00+08:00");
        var signers = new EnumMap<Suite, String>(Suite.class);
        for (var other : Suite.values()) {
            signers.put(other, other.fingerprint(key(other)));
        }
        return new Manifest(suite, about, signers, listed);
    }

    private static String title(String name) {
        return name.endsWith(".pdf") ? "涉嫌犯罪案件移送书" : name.substring(name.lastIndexOf('/') + 1);
    }

    byte[] file(String name) {
        return java.util.Objects.requireNonNull(files.get(name), name);
    }

    byte[] key(Suite suite) {
        return java.util.Objects.requireNonNull(keys.get(suite)).getPublic().getEncoded();
    }

    byte[] sign(Suite suite, byte[] text) throws GeneralSecurityException {
        var signature = suite == Suite.SM
                ? Signature.getInstance("SM3withSM2", new BouncyCastleProvider())
                : Signature.getInstance("Ed25519");
        signature.initSign(java.util.Objects.requireNonNull(keys.get(suite)).getPrivate());
        signature.update(text);
        return signature.sign();
    }

    Receipt receipt() throws GeneralSecurityException {
        var roots = new EnumMap<Suite, String>(Suite.class);
        for (var suite : Suite.values()) {
            roots.put(
                    suite,
                    HexFormat.of()
                            .formatHex(
                                    suite.digest(java.util.Objects.requireNonNull(files.get(Names.manifest(suite))))));
        }
        var unsigned = new Receipt(
                "鹿打私移〔2026〕3号",
                STREAM.toString(),
                "4 00ff",
                new Receipt.Signing("县公安局", "王警官", "2026-11-24T11:00:00+08:00"),
                roots,
                Map.of());
        var seals = new EnumMap<Suite, Receipt.Seal>(Suite.class);
        for (var suite : Suite.values()) {
            seals.put(suite, new Receipt.Seal(key(suite), sign(suite, unsigned.text())));
        }
        return new Receipt(unsigned.transfer(), unsigned.matter(), unsigned.entry(), unsigned.signing(), roots, seals);
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        var stored = new ArrayList<ZipLayout.Stored>();
        files.forEach((name, content) -> {
            var crc = new CRC32();
            crc.update(content);
            var file = new ZipLayout.Stored(name, content.length, crc.getValue());
            stored.add(file);
            out.writeBytes(ZipLayout.local(file));
            out.writeBytes(content);
        });
        out.writeBytes(ZipLayout.tail(stored));
        return out.toByteArray();
    }

    Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("sample.asice"), bytes());
    }

    static List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        var previous = new byte[0];
        for (int version = 1; version <= 3; version++) {
            var entry = Entry.next(
                    STREAM,
                    version,
                    Instant.parse("2026-11-24T02:00:00Z"),
                    List.of("open", "send", "urge").get(version - 1),
                    new AccountId("zhang"),
                    new UnitId("U12"),
                    "{\"action\":\"x\",\"set\":{}}",
                    cn.daxietong.ledger.Suite.SM,
                    previous);
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }

    private static LedgerExcerpt.Line line(Entry e) {
        return new LedgerExcerpt.Line(
                e.stream().toString(),
                e.version(),
                e.at().toEpochMilli(),
                e.suite().code(),
                e.event(),
                e.actor().value(),
                e.unit().value(),
                e.previous(),
                e.hash(),
                e.body());
    }

    /** A checkpoint over two entries, of which this is the first. */
    private Inclusion.Anchor anchor(Entry entry) throws GeneralSecurityException {
        var other = Suite.SM.digest(text("another entry"));
        var root =
                Suite.SM.digest(joined((byte) 1, Suite.SM.digest(joined((byte) 0, entry.hash(), new byte[0])), other));
        var hex = HexFormat.of();
        var line = String.join(
                "|",
                "daxietong-checkpoint",
                "7",
                "10",
                "20",
                "2",
                hex.formatHex(root),
                "",
                "1764000000000",
                "sm",
                Suite.SM.fingerprint(key(Suite.SM)).substring(0, 16));
        return new Inclusion.Anchor(line, Suite.SM, key(Suite.SM), sign(Suite.SM, text(line)), 0, List.of(other));
    }

    private static byte[] joined(byte kind, byte[] left, byte[] right) {
        var out = new ByteArrayOutputStream();
        out.write(kind);
        out.writeBytes(left);
        out.writeBytes(right);
        return out.toByteArray();
    }

    static byte[] pdf(List<String> pages) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var text : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(100, 600);
                    content.showText(text);
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
