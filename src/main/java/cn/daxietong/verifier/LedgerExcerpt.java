package cn.daxietong.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ledger's entries that a bag carries, one a line; their bodies are canonical JSON, which has neither tabs nor line breaks. */
public final class LedgerExcerpt {
    private static final String HEAD = "daxietong-ledger 1";
    private static final int COLUMNS = 10;

    private final List<Line> lines;

    /**
     * An entry as the ledger hashed it.
     *
     * @param millis since 1970
     */
    @SuppressWarnings("ArrayRecordComponent") // hashes, compared byte by byte
    public record Line(
            String stream,
            int version,
            long millis,
            String suite,
            String event,
            String actor,
            String unit,
            byte[] previous,
            byte[] hash,
            String body) {
        /** The same words in the same order as the ledger's own. */
        boolean hashFits() {
            return Suite.of(suite)
                    .map(s -> Arrays.equals(s.digest(hashed()), hash))
                    .orElse(false);
        }

        /** As its own components make it. */
        byte[] computed() {
            return Suite.of(suite).orElseThrow(IllegalArgumentException::new).digest(hashed());
        }

        Line withHash(byte[] other) {
            return new Line(stream, version, millis, suite, event, actor, unit, previous, other, body);
        }

        private byte[] hashed() {
            var head = (stream + "|" + version + "|" + millis + "|" + suite + "|" + event.length() + "|" + event + "|"
                            + actor.length() + "|" + actor + "|" + unit.length() + "|" + unit + "|")
                    .getBytes(StandardCharsets.UTF_8);
            var text = body.getBytes(StandardCharsets.UTF_8);
            var all = new byte[1 + previous.length + head.length + text.length];
            all[0] = (byte) previous.length;
            System.arraycopy(previous, 0, all, 1, previous.length);
            System.arraycopy(head, 0, all, 1 + previous.length, head.length);
            System.arraycopy(text, 0, all, 1 + previous.length + head.length, text.length);
            return all;
        }
    }

    public LedgerExcerpt(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    public byte[] bytes() {
        var hex = HexFormat.of();
        var text = new StringBuilder(HEAD).append('\n');
        for (var line : lines) {
            text.append(String.join(
                            "\t",
                            line.stream(),
                            Integer.toString(line.version()),
                            Long.toString(line.millis()),
                            line.suite(),
                            line.event(),
                            line.actor(),
                            line.unit(),
                            hex.formatHex(line.previous()),
                            hex.formatHex(line.hash()),
                            line.body()))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException where it is no such excerpt */
    static LedgerExcerpt read(byte[] bytes) {
        var rows = new String(bytes, StandardCharsets.UTF_8).split("\n");
        if (!rows[0].equals(HEAD)) {
            throw new IllegalArgumentException(rows[0]);
        }
        var hex = HexFormat.of();
        var lines = new ArrayList<Line>();
        for (int i = 1; i < rows.length; i++) {
            var cells = rows[i].split("\t", COLUMNS);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException(rows[i]);
            }
            lines.add(new Line(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Long.parseLong(cells[2]),
                    cells[3],
                    cells[4],
                    cells[5],
                    cells[6],
                    hex.parseHex(cells[7]),
                    hex.parseHex(cells[8]),
                    cells[9]));
        }
        return new LedgerExcerpt(lines);
    }

    int size() {
        return lines.size();
    }

    /** The newest entry of every stream. */
    Map<String, Line> ends() {
        var ends = new HashMap<String, Line>();
        lines.forEach(line -> ends.put(line.stream(), line));
        return ends;
    }

    /** Each entry against its own hash and the one before it. */
    void check(EntryTitles titles, Consumer<String> fault) {
        var before = new HashMap<String, Line>();
        for (var line : lines) {
            var previous = before.put(line.stream(), line);
            if (!line.hashFits()) {
                fault.accept("账本摘录" + titles.of(line) + "与自身的校验值不符");
            }
            if (!follows(previous, line)) {
                fault.accept("账本摘录" + titles.of(line) + "与前一条接不上");
            }
        }
    }

    private static boolean follows(@Nullable Line previous, Line line) {
        return previous == null
                ? line.version() == 1 && line.previous().length == 0
                : line.version() == previous.version() + 1 && Arrays.equals(line.previous(), previous.hash());
    }
}
