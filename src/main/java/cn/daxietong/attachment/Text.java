package cn.daxietong.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Chinese text as office computers write it, which detectors made for English take for binary. */
final class Text {
    private static final int LOOK = 1 << 16;
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private Text() {}

    /** Whether the file's beginning is text in UTF-8, GB 18030 or UTF-16 with its mark, without control characters. */
    static boolean reads(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOK);
        }
        if (start.length >= 2 && (start[0] == (byte) 0xFE || start[0] == (byte) 0xFF)) {
            return readsAs(StandardCharsets.UTF_16, start);
        }
        return CHARSETS.stream().anyMatch(charset -> readsAs(charset, start));
    }

    private static boolean readsAs(Charset charset, byte[] start) {
        var text = CharBuffer.allocate(start.length);
        // Not the end of input: the look may end in the middle of a character.
        var result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(start), text, false);
        return !result.isError()
                && text.flip().chars().noneMatch(c -> Character.isISOControl(c) && "\t\r\n\f".indexOf(c) < 0);
    }
}
