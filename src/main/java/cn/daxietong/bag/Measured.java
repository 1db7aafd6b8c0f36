package cn.daxietong.bag;

import cn.daxietong.verifier.Manifest;
import cn.daxietong.verifier.Suite;
import cn.daxietong.verifier.ZipLayout;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.bouncycastle.crypto.digests.SM3Digest;

/** A file's size, check sum and digests, and those of its parts: the pages of a document, the stretches of a long file. One pass, one buffer. */
record Measured(ZipLayout.Stored stored, Map<Suite, byte[]> digests, Map<Suite, List<Manifest.Part>> parts) {
    /** Short enough that a browser holds one in memory. */
    static final int STRETCH = 32 << 20;

    private static final int BUFFER = 1 << 16;

    /** Both suites' digests of the same bytes. */
    private static final class Both {
        private final SM3Digest sm3 = new SM3Digest();
        private final MessageDigest sha256;

        Both() {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        void update(byte[] bytes, int from, int length) {
            sm3.update(bytes, from, length);
            sha256.update(bytes, from, length);
        }

        Map<Suite, byte[]> done() {
            var first = new byte[sm3.getDigestSize()];
            sm3.doFinal(first, 0);
            return new EnumMap<>(Map.of(Suite.SM, first, Suite.INTL, sha256.digest()));
        }
    }

    static Measured of(String path, InputStream content) throws IOException {
        var whole = new Both();
        var stretch = new Both();
        var crc = new CRC32();
        var parts = none();
        var buffer = new byte[BUFFER];
        long size = 0;
        long begun = 0;
        int read = content.readNBytes(buffer, 0, BUFFER);
        while (read > 0) {
            whole.update(buffer, 0, read);
            stretch.update(buffer, 0, read);
            crc.update(buffer, 0, read);
            size += read;
            if (size - begun == STRETCH) {
                add(parts, "第" + (begun / STRETCH + 1) + "段", begun, STRETCH, stretch.done());
                stretch = new Both();
                begun = size;
            }
            read = content.readNBytes(buffer, 0, BUFFER);
        }
        if (begun > 0 && size > begun) {
            add(parts, "第" + (begun / STRETCH + 1) + "段", begun, size - begun, stretch.done());
        }
        return new Measured(
                new ZipLayout.Stored(path, size, crc.getValue()), whole.done(), size > STRETCH ? parts : none());
    }

    /** As {@link #of(String, InputStream)}, for a PDF whose pages are told apart. */
    static Measured of(String path, byte[] pdf, List<PdfPages.Page> pages) throws IOException {
        var measured = of(path, new java.io.ByteArrayInputStream(pdf));
        var parts = none();
        for (var page : pages) {
            var digest = new Both();
            digest.update(pdf, (int) page.offset(), (int) page.length());
            add(parts, "第" + page.number() + "页", page.offset(), page.length(), digest.done());
        }
        return new Measured(measured.stored(), measured.digests(), parts);
    }

    private static Map<Suite, List<Manifest.Part>> none() {
        return new EnumMap<>(Map.of(Suite.SM, new ArrayList<>(), Suite.INTL, new ArrayList<>()));
    }

    private static void add(
            Map<Suite, List<Manifest.Part>> parts, String label, long offset, long length, Map<Suite, byte[]> digests) {
        Arrays.stream(Suite.values()).forEach(suite -> java.util.Objects.requireNonNull(parts.get(suite))
                .add(new Manifest.Part(label, offset, length, java.util.Objects.requireNonNull(digests.get(suite)))));
    }

    String hex(Suite suite) {
        return HexFormat.of().formatHex(java.util.Objects.requireNonNull(digests.get(suite)));
    }

    Manifest.Listed listed(Suite suite, Packed packed) {
        return new Manifest.Listed(
                packed.path(),
                packed.title(),
                packed.mediaType(),
                java.util.Objects.requireNonNull(digests.get(suite)),
                java.util.Objects.requireNonNull(parts.get(suite)));
    }
}
