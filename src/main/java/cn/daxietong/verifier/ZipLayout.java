package cn.daxietong.verifier;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one way in which a bag is laid out as a zip file: nothing compressed, every date the same, no comment, no gap. So each byte of the file is
 * either content, which the manifests cover, or follows from names, sizes and check sums; and nothing in it can swell.
 */
public final class ZipLayout {
    static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCAL_SIZE = 30;
    private static final long MAX_32 = 0xFFFF_FFFFL;
    private static final int MAX_16 = 0xFFFF;
    private static final int UTF_8 = 1 << 11;
    private static final int PLAIN = 20;
    private static final int WITH_64 = 45;
    /** 1 January 2000, which is no time of anything. */
    private static final int DATE = (20 << 9) | (1 << 5) | 1;

    private ZipLayout() {}

    /**
     * One stored file.
     *
     * @param name with slashes, UTF-8
     * @param size in bytes
     * @param crc CRC-32 of the content, as zip wants it
     */
    public record Stored(String name, long size, long crc) {
        byte[] nameBytes() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        boolean big() {
            return size >= MAX_32;
        }
    }

    /** What stands before the content. */
    public static byte[] local(Stored file) {
        var name = file.nameBytes();
        int extra = file.big() ? 20 : 0;
        var out = buffer(LOCAL_SIZE + name.length + extra);
        out.putInt(LOCAL).putShort((short) (file.big() ? WITH_64 : PLAIN)).putShort((short) UTF_8);
        out.putShort((short) 0).putShort((short) 0).putShort((short) DATE).putInt((int) file.crc());
        out.putInt(clipped(file.size())).putInt(clipped(file.size()));
        out.putShort((short) name.length).putShort((short) extra).put(name);
        if (file.big()) {
            out.putShort((short) 1).putShort((short) 16).putLong(file.size()).putLong(file.size());
        }
        return out.array();
    }

    static long localSize(Stored file) {
        return LOCAL_SIZE + file.nameBytes().length + (file.big() ? 20L : 0L);
    }

    /** Everything after the last content. */
    public static byte[] tail(List<Stored> files) {
        long offset = 0;
        int size = 0;
        for (var file : files) {
            size += 46 + file.nameBytes().length + extra(file, offset);
            offset += localSize(file) + file.size();
        }
        boolean zip64 = files.size() >= MAX_16 || offset >= MAX_32;
        var out = buffer(size + (zip64 ? 76 : 0) + 22);
        long at = 0;
        for (var file : files) {
            central(out, file, at);
            at += localSize(file) + file.size();
        }
        if (zip64) {
            out.putInt(END_64).putLong(44).putShort((short) WITH_64).putShort((short) WITH_64);
            out.putInt(0).putInt(0).putLong(files.size()).putLong(files.size());
            out.putLong(size).putLong(offset);
            out.putInt(LOCATOR_64).putInt(0).putLong(offset + size).putInt(1);
        }
        short count = (short) Math.min(files.size(), MAX_16);
        out.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
        out.putInt(size).putInt(clipped(offset)).putShort((short) 0);
        return out.array();
    }

    /** How long the whole file is. */
    public static long length(List<Stored> files) {
        return files.stream().mapToLong(f -> localSize(f) + f.size()).sum() + tail(files).length;
    }

    private static void central(ByteBuffer out, Stored file, long offset) {
        var name = file.nameBytes();
        int extra = extra(file, offset);
        int version = extra > 0 ? WITH_64 : PLAIN;
        out.putInt(CENTRAL).putShort((short) version).putShort((short) version).putShort((short) UTF_8);
        out.putShort((short) 0).putShort((short) 0).putShort((short) DATE).putInt((int) file.crc());
        out.putInt(clipped(file.size())).putInt(clipped(file.size()));
        out.putShort((short) name.length).putShort((short) extra).putShort((short) 0);
        out.putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(clipped(offset))
                .put(name);
        if (extra > 0) {
            out.putShort((short) 1).putShort((short) (extra - 4));
            if (file.big()) {
                out.putLong(file.size()).putLong(file.size());
            }
            if (offset >= MAX_32) {
                out.putLong(offset);
            }
        }
    }

    private static int extra(Stored file, long offset) {
        int values = (file.big() ? 16 : 0) + (offset >= MAX_32 ? 8 : 0);
        return values == 0 ? 0 : values + 4;
    }

    private static int clipped(long value) {
        return (int) Math.min(value, MAX_32);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
