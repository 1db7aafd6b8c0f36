package cn.daxietong.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the entries of a stream come to, as {@link Snapshot#replay} lays them over one another, but kept as the very bytes that they set: canonical
 * JSON spells a value in one way only, so where the bytes agree nothing has to be parsed. Where they do not, the values must be compared.
 */
final class Overlay {
    private static final String INNER = "state";
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Value> members = new TreeMap<>();

    private sealed interface Value {}

    @SuppressWarnings("ArrayRecordComponent") // a window on an entry's body, never a key
    private record Piece(byte[] text, int from, int to) implements Value {}

    private record Inner(Overlay overlay) implements Value {}

    /** Lays an entry over what was laid before. Does nothing where the body is no JSON object with a {@code set}. */
    void lay(byte[] body) {
        new Members(body, 0, (name, from, to) -> {
            if (name.equals("set")) {
                set(body, from);
            }
        });
    }

    void put(String name, String json) {
        var text = json.getBytes(StandardCharsets.UTF_8);
        members.put(name, new Piece(text, 0, text.length));
    }

    private void set(byte[] text, int at) {
        new Members(text, at, (name, from, to) -> {
            if (isNull(text, from, to)) {
                members.remove(name);
                return;
            }
            var inner = name.equals(INNER) ? inner(members.get(INNER)) : null;
            if (inner == null) {
                members.put(name, new Piece(text, from, to));
            } else {
                inner.set(text, from);
                members.put(INNER, new Inner(inner));
            }
        });
    }

    /** What stands within, to be changed member by member; nothing where nothing stands there or no object. */
    private static @Nullable Overlay inner(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Inner inner -> inner.overlay();
            case Piece piece
            when piece.text()[piece.from()] == '{' -> {
                var overlay = new Overlay();
                new Members(
                        piece.text(),
                        piece.from(),
                        (name, from, to) -> overlay.members.put(name, new Piece(piece.text(), from, to)));
                yield overlay;
            }
            case Piece _ -> null;
        };
    }

    private static boolean isNull(byte[] text, int from, int to) {
        return to - from == NULL.length && text[from] == NULL[0];
    }

    /** The canonical spelling. */
    byte[] text() {
        var text = new ByteArrayOutputStream(4096);
        write(text);
        return text.toByteArray();
    }

    private void write(ByteArrayOutputStream text) {
        var before = '{';
        for (var member : members.entrySet()) {
            text.write(before);
            before = ',';
            text.write('"');
            text.writeBytes(member.getKey().getBytes(StandardCharsets.UTF_8));
            text.write('"');
            text.write(':');
            switch (member.getValue()) {
                case Piece piece -> text.write(piece.text(), piece.from(), piece.to() - piece.from());
                case Inner inner -> inner.overlay().write(text);
            }
        }
        if (before == '{') {
            text.write('{');
        }
        text.write('}');
    }
}
