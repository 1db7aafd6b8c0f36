package cn.daxietong.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A TrueType font cut to the characters a document uses, for embedding in OFD: a whole Chinese font would make a one-page letter 12 MB large.
 */
final class SubsetFont {
    private SubsetFont() {}

    static byte[] of(byte[] whole, SortedSet<Integer> characters) throws IOException {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(whole))) {
            var cmap = font.getUnicodeCmapLookup();
            var old = new TreeMap<Integer, Integer>();
            for (int c : characters) {
                int glyph = cmap.getGlyphId(c);
                if (glyph == 0) {
                    throw new IOException("the font " + font.getName() + " lacks " + Character.toString(c));
                }
                old.put(c, glyph);
            }
            var cutter = new TTFSubsetter(font);
            cutter.addGlyphIds(new TreeSet<>(old.values()));
            // Its own character map knows nothing beyond the Basic Multilingual Plane, where 𠮷 lives; a placeholder
            // makes it write one to replace.
            cutter.add(old.firstKey() < 0x10000 ? old.firstKey() : 0x20);
            var now = new HashMap<Integer, Integer>();
            cutter.getGIDMap().forEach((fresh, former) -> now.put(former, fresh));
            var map = new TreeMap<Integer, Integer>();
            old.forEach((character, glyph) -> map.put(character, now.get(glyph)));
            var out = new ByteArrayOutputStream();
            cutter.writeToStream(out);
            return withMap(out.toByteArray(), cmap(map));
        }
    }

    /** A format 12 character map, one group a character, for Unicode in full. */
    private static byte[] cmap(SortedMap<Integer, Integer> glyphs) {
        int length = 16 + 12 * glyphs.size();
        var table = ByteBuffer.allocate(4 + 16 + length);
        table.putShort((short) 0).putShort((short) 2);
        table.putShort((short) 0).putShort((short) 4).putInt(20);
        table.putShort((short) 3).putShort((short) 10).putInt(20);
        table.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(glyphs.size());
        glyphs.forEach(
                (character, glyph) -> table.putInt(character).putInt(character).putInt(glyph));
        return table.array();
    }

    /** The font with its cmap table exchanged, tables in their order, sums and offsets reckoned anew. */
    private static byte[] withMap(byte[] font, byte[] cmap) {
        var in = ByteBuffer.wrap(font);
        int count = in.getShort(4);
        Map<String, byte[]> tables = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            var tag = new String(font, entry, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            int offset = in.getInt(entry + 8);
            tables.put(tag, Arrays.copyOfRange(font, offset, offset + in.getInt(entry + 12)));
        }
        tables.put("cmap", cmap);
        count = tables.size();
        int size = 12
                + 16 * count
                + tables.values().stream().mapToInt(t -> padded(t.length)).sum();
        var out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(count);
        out.putInt(0x00010000).putShort((short) count).putShort((short) (power * 16));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (count * 16 - power * 16));
        int offset = 12 + 16 * count;
        int head = 0;
        for (var table : tables.entrySet()) {
            byte[] data = table.getValue();
            if (table.getKey().equals("head")) {
                ByteBuffer.wrap(data).putInt(8, 0);
                head = offset;
            }
            out.put(table.getKey().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            out.putInt(sum(data)).putInt(offset).putInt(data.length);
            offset += padded(data.length);
        }
        for (byte[] data : tables.values()) {
            out.put(data).position(out.position() + padded(data.length) - data.length);
        }
        out.putInt(head + 8, 0xB1B0AFBA - sum(out.array()));
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static int sum(byte[] data) {
        var words = ByteBuffer.wrap(Arrays.copyOf(data, padded(data.length)));
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getInt();
        }
        return sum;
    }
}
