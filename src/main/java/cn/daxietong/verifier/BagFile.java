package cn.daxietong.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** A bag opened for reading: its table of contents is read off the local headers, and every header must be the one that {@link ZipLayout} makes. */
final class BagFile implements AutoCloseable {
    static final String MIMETYPE = "mimetype";
    static final String MEDIA_TYPE = "application/vnd.etsi.asic-e+zip";
    static final String VERSION_FILE = "version.txt";
    static final String VERSION = "daxietong-bag 1\n";
    private static final int HEADER = 30;
    private static final int MOST_FILES = 20_000;
    private static final int LONGEST_NAME = 600;
    private static final int MOST_READ_WHOLE = 64 << 20;
    private static final int BUFFER = 1 << 17;

    private final FileChannel channel;
    private final List<Item> items = new ArrayList<>();

    /** A file within the bag and where its content begins. */
    record Item(ZipLayout.Stored stored, long offset) {
        String name() {
            return stored.name();
        }

        long size() {
            return stored.size();
        }
    }

    private BagFile(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Unfit where it is no bag, one of another version, or its frame was altered */
    static BagFile open(Path path) throws IOException {
        var file = new BagFile(FileChannel.open(path, StandardOpenOption.READ));
        try {
            file.index();
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    List<Item> items() {
        return items;
    }

    Optional<Item> find(String name) {
        return items.stream().filter(i -> i.name().equals(name)).findFirst();
    }

    private void index() throws IOException {
        var names = new HashSet<String>();
        long at = 0;
        while (startsFile(at)) {
            var item = item(at);
            if (!names.add(item.name())) {
                throw Unfit.altered("袋中有两个同名的文件“" + item.name() + "”，袋被改动。");
            }
            if (items.size() == MOST_FILES) {
                throw Unfit.altered("袋中的文件超过 " + MOST_FILES + " 个，不是平台制发的移送袋，没有继续读。");
            }
            items.add(item);
            at = item.offset() + item.size();
            greet();
        }
        if (items.isEmpty()) {
            throw notABag();
        }
        frame(at);
    }

    /** A newer bag is told from a broken one before anything else of it is believed. */
    private void greet() throws IOException {
        var newest = items.getLast();
        if (items.size() == 1
                && !(newest.name().equals(MIMETYPE) && text(newest, 100).equals(MEDIA_TYPE))) {
            throw notABag();
        }
        if (items.size() == 2) {
            var version = newest.name().equals(VERSION_FILE) ? text(newest, 100) : "";
            if (version.equals(VERSION)) {
                return;
            }
            if (version.matches("daxietong-bag [0-9]{1,4}\n")) {
                throw Unfit.foreign(
                        "这个移送袋的格式是第 " + version.substring(14).strip() + " 版，本核验程序只认第 1 版，无法判断。请向发出单位索取新版核验程序后再核验。");
            }
            throw Unfit.altered("袋的格式说明“" + VERSION_FILE + "”缺失或被改动。");
        }
    }

    private static Unfit notABag() {
        return Unfit.foreign("这个文件不是移送袋（应为扩展名 .asice 的文件），或者开头已损坏，无法核验。请核对文件，或向发出单位重新索取。");
    }

    private boolean startsFile(long at) throws IOException {
        return at + HEADER <= channel.size() && bytes(at, 4).getInt() == ZipLayout.LOCAL;
    }

    private Item item(long at) throws IOException {
        var header = bytes(at, HEADER);
        int method = header.getShort(8);
        long crc = header.getInt(14) & 0xFFFF_FFFFL;
        long size = header.getInt(22) & 0xFFFF_FFFFL;
        int nameLength = header.getShort(26) & 0xFFFF;
        int extra = header.getShort(28) & 0xFFFF;
        if (method != 0) {
            throw Unfit.altered(place() + "是压缩的。移送袋从不压缩，为防止解压炸弹没有展开；袋被改动，或者不是平台制发的。");
        }
        if (nameLength == 0 || nameLength > LONGEST_NAME || at + HEADER + nameLength + extra > channel.size()) {
            throw Unfit.altered(place() + "的文件头被改动，或者袋不完整。");
        }
        var name = name(bytes(at + HEADER, nameLength).array());
        if (extra == 20) {
            size = bytes(at + HEADER + nameLength, extra).getLong(4);
        }
        var stored = new ZipLayout.Stored(name, size, crc);
        long offset = at + HEADER + nameLength + extra;
        if (size < 0
                || !Arrays.equals(
                        ZipLayout.local(stored),
                        bytes(at, HEADER + nameLength + extra).array())) {
            throw Unfit.altered(place() + "“" + name + "”的文件头被改动。");
        }
        if (offset + size > channel.size()) {
            throw Unfit.altered(place() + "“" + name + "”不完整：袋在中途断开，或者它的文件头被改动。请重新下载或索取。");
        }
        return new Item(stored, offset);
    }

    private String place() {
        return "袋中第 " + (items.size() + 1) + " 个文件"
                + (items.isEmpty() ? "" : "（在“" + items.getLast().name() + "”之后）");
    }

    private String name(byte[] bytes) {
        String name;
        try {
            name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Unfit.altered(place() + "的文件名被改动。");
        }
        boolean climbs = name.startsWith("/")
                || name.contains("\\")
                || Arrays.asList(name.split("/", -1)).contains("..");
        if (climbs || name.chars().anyMatch(Character::isISOControl)) {
            throw Unfit.altered(place() + "的文件名不合要求，袋被改动。");
        }
        return name;
    }

    private void frame(long at) throws IOException {
        var expected = ZipLayout.tail(items.stream().map(Item::stored).toList());
        if (channel.size() - at != expected.length) {
            throw Unfit.altered("袋在“" + items.getLast().name() + "”之后应有 " + expected.length + " 字节的目录，实有 "
                    + (channel.size() - at) + " 字节：袋不完整，或者有内容被插入、删除。");
        }
        if (!Arrays.equals(expected, bytes(at, expected.length).array())) {
            throw Unfit.altered("袋尾的目录被改动。");
        }
    }

    /** The whole of a small file. */
    byte[] read(Item item) throws IOException {
        if (item.size() > MOST_READ_WHOLE) {
            throw Unfit.altered("“" + item.name() + "”太大（" + item.size() + " 字节），不是平台制发的，没有读取。");
        }
        return bytes(item.offset(), (int) item.size()).array();
    }

    private String text(Item item, int most) throws IOException {
        return item.size() > most ? "" : new String(read(item), StandardCharsets.UTF_8);
    }

    /** Is handed a file's content bit by bit. */
    interface Sink {
        void take(byte[] bytes, int length);
    }

    /** Streams a stretch of the file; at the end of a whole item its check sum must be that of its header. */
    void stream(Item item, long from, long length, Sink sink) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, length)));
        long at = item.offset() + from;
        long left = length;
        while (left > 0) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), left));
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw Unfit.altered("“" + item.name() + "”不完整。");
            }
            sink.take(buffer.array(), read);
            at += read;
            left -= read;
        }
    }

    boolean checkSumFits(Item item) throws IOException {
        var crc = new CRC32();
        stream(item, 0, item.size(), (bytes, length) -> crc.update(bytes, 0, length));
        return crc.getValue() == item.stored().crc();
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw Unfit.altered("袋不完整：在中途断开。请重新下载或索取。");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
