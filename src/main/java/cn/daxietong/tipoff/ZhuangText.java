package cn.daxietong.tipoff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The start page in Zhuang, once the office has had it translated: a text file of the data folder, its first line the heading. We have no text that
 * we could answer for, so until then nothing is shown.
 */
@Component
final class ZhuangText {
    private static final int LONGEST = 40_000;

    private final Path file;

    ZhuangText(@Value("${daxietong.data}") Path data) {
        file = data.resolve("report.za.txt");
    }

    /** Its paragraphs; none where there is no text. */
    List<String> paragraphs() {
        try {
            return !Files.isRegularFile(file) || Files.size(file) > LONGEST
                    ? List.of()
                    : Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
