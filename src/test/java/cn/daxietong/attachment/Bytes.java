package cn.daxietong.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The beginnings of files, as the devices write them. */
final class Bytes {
    static final byte[] JPEG = hex("ffd8ffe000104a46494600010100000100010000ffdb");
    static final byte[] PNG = hex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
    static final byte[] MP4 = hex("00000018667479706d703432000000006d70343269736f6d");
    static final byte[] PDF = "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);
    static final byte[] EXE = hex("4d5a90000300000004000000ffff0000b800000000000000400000000000000000");
    static final byte[] RAR = hex("526172211a0700cf907300000d00000000000000");
    static final byte[] OLE =
            Arrays.copyOf(hex("d0cf11e0a1b11ae1000000000000000000000000000000003e000300feff0900"), 2048);

    private Bytes() {}

    static byte[] zip(String... names) {
        try (var out = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A film of any length that lies nowhere. */
    static InputStream film(long size) {
        return new InputStream() {
            private long given;

            @Override
            public int read() {
                return given >= size ? -1 : given < MP4.length ? MP4[(int) given++] & 0xff : (int) (given++ & 0x7f);
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (given >= size) {
                    return -1;
                }
                int n = (int) Math.min(length, size - given);
                for (int i = 0; i < n; i++) {
                    long at = given + i;
                    target[offset + i] = at < MP4.length ? MP4[(int) at] : (byte) (at & 0x7f);
                }
                given += n;
                return n;
            }
        };
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
