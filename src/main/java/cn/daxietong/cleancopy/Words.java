package cn.daxietong.cleancopy;

import cn.daxietong.cleancopy.Hold.Held;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Text as it reads, in UTF-8; characters that nobody sees, by which one copy could be told from another, are left out. */
final class Words {
    private static final int MOST_BYTES = 20 << 20;

    private Words() {}

    static String rewrite(Path in, Path out) throws IOException, Held {
        if (Files.size(in) > MOST_BYTES) {
            throw new Held(Hold.LIMITS);
        }
        var text = read(Files.readAllBytes(in));
        var seen = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().filter(Words::isSeen).forEach(seen::appendCodePoint);
        Files.writeString(out, seen);
        return "txt";
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> !(c >= 0xFE00 && c <= 0xFE0F) && !(c >= 0xE0100 && c <= 0xE01EF);
        };
    }

    private static String read(byte[] bytes) throws Held {
        boolean marked = bytes.length >= 2 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF);
        var charsets =
                marked ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
        for (var charset : charsets) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            } catch (CharacterCodingException e) {
                // Then perhaps the next.
                continue;
            }
        }
        throw new Held(Hold.BROKEN);
    }
}
