package cn.daxietong.bag;

import cn.daxietong.attachment.AttachmentRef;
import cn.daxietong.attachment.Attachments;
import cn.daxietong.database.Writing;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Notary;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.UnitId;
import cn.daxietong.verifier.Inclusion;
import cn.daxietong.verifier.Manifest;
import cn.daxietong.verifier.Names;
import cn.daxietong.verifier.Sealing;
import cn.daxietong.verifier.Suite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals a bag: measures every file once, lists it in both suites, signs both lists, and keeps what the bag is made of. */
@Component
final class Sealer {
    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Gathering gathering;
    private final Attachments attachments;
    private final Notary notary;
    private final Writing writing;
    private final Wording words;
    private final Clock clock;

    Sealer(Gathering gathering, Attachments attachments, Notary notary, Writing writing, Wording words, Clock clock) {
        this.gathering = gathering;
        this.attachments = attachments;
        this.notary = notary;
        this.writing = writing;
        this.words = words;
        this.clock = clock;
    }

    /** A file with its measure; a damaged attachment has become a note that says so. */
    private record Weighed(Packed packed, Measured measured) {}

    /**
     * The bag of a matter as it stands, for one unit; the same one where it has been sealed already.
     *
     * @throws cn.daxietong.shared.Refusal {@code not_found} where the unit does not see the matter
     */
    Sealed seal(UUID matter, UnitId unit, boolean delivered) {
        var gathered = gathering.gather(matter, unit);
        int version = gathered.seen().matter().version();
        return writing.inTransaction(db -> BagStore.find(db, matter, version, unit, delivered))
                .orElseGet(() -> sealed(gathered, unit, delivered));
    }

    private Sealed sealed(Gathering.Gathered gathered, UnitId unit, boolean delivered) {
        var matter = gathered.seen().matter();
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var files = gathered.files().stream().map(this::weighed).toList();
        var frame = new LinkedHashMap<String, byte[]>();
        Names.frame(false).forEach(name -> frame.put(name, new byte[0]));
        frame.replaceAll((name, none) -> name.startsWith("META-INF/") ? none : bytes(Names.fixed(name)));
        var roots = new EnumMap<Suite, String>(Suite.class);
        for (var suite : Suite.values()) {
            var manifest = manifest(suite, gathered, unit, at, files).bytes();
            roots.put(suite, HexFormat.of().formatHex(suite.digest(manifest)));
            frame.put(Names.manifest(suite), manifest);
            frame.put(Names.signature(Names.manifest(suite), suite), signature(Names.manifest(suite), suite, manifest));
        }
        frame.put(Names.PROOF, Inclusion.bytes(pending(gathered.ends())));
        frame.put(Names.NO_STAMP, bytes(Names.NO_STAMP_TEXT));
        var bag = new Sealed(
                UUID.randomUUID(),
                matter.id(),
                matter.version(),
                delivered,
                at,
                Gathering.safe("移送袋-" + matter.number() + "-第" + matter.version() + "版") + ".asice",
                roots,
                gathered.ends().stream().map(Entry::stream).toList());
        return writing.inTransaction(db -> {
            BagStore.lock(db, matter.id());
            var meanwhile = BagStore.find(db, matter.id(), matter.version(), unit, delivered);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            BagStore.add(db, bag, unit);
            int place = 0;
            for (var entry : frame.entrySet()) {
                var measured = measured(entry.getKey(), new ByteArrayInputStream(entry.getValue()));
                BagStore.add(db, bag.id(), place++, new BagStore.Item(measured.stored(), null), entry.getValue());
            }
            for (var file : files) {
                var attachment = file.packed().attachment();
                BagStore.add(
                        db,
                        bag.id(),
                        place++,
                        new BagStore.Item(file.measured().stored(), attachment == null ? null : attachment.id()),
                        file.packed().content());
            }
            return bag;
        });
    }

    private Weighed weighed(Packed packed) {
        var attachment = packed.attachment();
        if (attachment == null) {
            var content = Objects.requireNonNull(packed.content());
            return new Weighed(
                    packed,
                    packed.mediaType().equals("application/pdf")
                            ? pages(packed.path(), content)
                            : measured(packed.path(), new ByteArrayInputStream(content)));
        }
        try (var content = packed.open(attachments::open)) {
            var measured = Measured.of(packed.path(), content);
            if (measured.hex(Suite.INTL).equals(attachment.content().sha256())) {
                return new Weighed(packed, measured);
            }
        } catch (IOException e) {
            log.error("附件 {} 打不开，移送袋中以说明代替：{}", attachment.id(), e.getMessage());
        }
        return damaged(packed, attachment);
    }

    /** A bag that is due in 24 hours does not wait for a disk to be mended, and does not vouch for what is not there. */
    private static Weighed damaged(Packed packed, AttachmentRef attachment) {
        var note = Packed.text(
                packed.path() + ".缺失说明.txt",
                packed.title() + "（原件已损坏，未装入）",
                "text/plain",
                "附件“" + attachment.name() + "”（" + attachment.content().size() + " 字节）在平台存储中已损坏或缺失，没有装入本袋。\n"
                        + "上传时的校验值：SHA-256 " + attachment.content().sha256() + "，SM3 "
                        + attachment.content().sm3() + "\n请向移送单位索取原件，并用上述校验值核对。\n");
        return new Weighed(
                note, measured(note.path(), new ByteArrayInputStream(Objects.requireNonNull(note.content()))));
    }

    private static Measured measured(String path, InputStream content) {
        try {
            return Measured.of(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measured pages(String path, byte[] pdf) {
        try {
            return Measured.of(path, pdf, PdfPages.of(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest(Suite suite, Gathering.Gathered gathered, UnitId unit, Instant at, List<Weighed> files) {
        var matter = gathered.seen().matter();
        var about = new LinkedHashMap<String, String>();
        about.put("platform", "大协同平台");
        about.put("kind", gathered.seen().kind().title());
        about.put("number", matter.number());
        about.put("title", matter.title());
        about.put("matter", matter.id().toString());
        about.put("version", Integer.toString(matter.version()));
        about.put("sender", words.unit(matter.withRole("sender").orElse(matter.owner())));
        about.put("receiver", words.unit(unit));
        about.put("sealed_at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ZONE)));
        var signers = new EnumMap<Suite, String>(Suite.class);
        for (var other : Suite.values()) {
            signers.put(other, other.fingerprint(notary.publicKey(ledgers(other))));
        }
        return new Manifest(
                suite,
                about,
                signers,
                files.stream().map(f -> f.measured().listed(suite, f.packed())).toList());
    }

    byte[] signature(String of, Suite suite, byte[] content) {
        return notary.sign(content).stream()
                .filter(signed -> signed.suite() == ledgers(suite))
                .map(signed -> new Sealing(of, suite, signed.publicKey(), signed.signature()).bytes())
                .findFirst()
                .orElseThrow();
    }

    static cn.daxietong.ledger.Suite ledgers(Suite suite) {
        return cn.daxietong.ledger.Suite.of(suite.code());
    }

    private static List<Inclusion> pending(List<Entry> ends) {
        return ends.stream()
                .map(e -> new Inclusion(e.stream().toString(), e.version(), null))
                .toList();
    }

    /** The proof with every checkpoint that there is by now. */
    List<Inclusion> inclusions(List<Inclusion> before) {
        var now = new ArrayList<Inclusion>();
        for (var inclusion : before) {
            var place = notary.place(UUID.fromString(inclusion.stream()), inclusion.version());
            now.add(place.map(p -> new Inclusion(
                            inclusion.stream(),
                            inclusion.version(),
                            new Inclusion.Anchor(
                                    p.line(),
                                    Suite.of(p.suite().code()).orElseThrow(),
                                    p.publicKey(),
                                    p.signature(),
                                    p.index(),
                                    p.path())))
                    .orElse(inclusion));
        }
        return now;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    Map<Suite, cn.daxietong.verifier.Receipt.Seal> seals(byte[] text) {
        var seals = new EnumMap<Suite, cn.daxietong.verifier.Receipt.Seal>(Suite.class);
        notary.sign(text)
                .forEach(signed -> seals.put(
                        Suite.of(signed.suite().code()).orElseThrow(),
                        new cn.daxietong.verifier.Receipt.Seal(signed.publicKey(), signed.signature())));
        return seals;
    }
}
