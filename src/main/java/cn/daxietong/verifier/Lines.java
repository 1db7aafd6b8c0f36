package cn.daxietong.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** A small file of {@code name: value} lines that has one possible spelling, so that whoever reads it can write it again and compare. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    Lines(String head) {
        text.append(head).append('\n');
    }

    Lines add(String name, String value) {
        text.append(name).append(": ").append(oneLine(value)).append('\n');
        return this;
    }

    Lines add(String name, byte[] value) {
        return add(name, Base64.getEncoder().encodeToString(value));
    }

    private static String oneLine(String value) {
        var out = new StringBuilder();
        value.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads such a file in order; every complaint is {@code IllegalArgumentException}, which its readers turn into a sentence. */
    static final class Reader {
        private final List<String> lines;
        private int at;

        Reader(byte[] bytes, String head) {
            lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
            if (!lines.getFirst().equals(head) || !lines.getLast().isEmpty()) {
                throw new IllegalArgumentException(head);
            }
            lines.removeLast();
            at = 1;
        }

        boolean more() {
            return at < lines.size();
        }

        boolean next(String name) {
            return more() && lines.get(at).startsWith(name + ": ");
        }

        String text(String name) {
            if (!next(name)) {
                throw new IllegalArgumentException(name);
            }
            return lines.get(at++).substring(name.length() + 2);
        }

        byte[] base64(String name) {
            return read(name, Base64.getDecoder()::decode);
        }

        byte[] hex(String name) {
            return read(name, HexFormat.of()::parseHex);
        }

        long number(String name) {
            return read(name, Long::parseLong);
        }

        Suite known(String name) {
            return read(name, code -> Suite.of(code).orElseThrow(IllegalArgumentException::new));
        }

        /** Hashes in hexadecimal with a space between them; there may be none. */
        List<byte[]> hashes(String name) {
            return read(name, all -> Arrays.stream(all.split(" "))
                    .filter(hash -> !hash.isEmpty())
                    .map(HexFormat.of()::parseHex)
                    .toList());
        }

        private <T> T read(String name, Function<String, T> reader) {
            try {
                return reader.apply(text(name));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name, e);
            }
        }
    }
}
