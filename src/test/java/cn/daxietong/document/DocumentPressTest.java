package cn.daxietong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentPressTest {
    private static final DocumentPress PRESS = new DocumentPress();

    @Test
    void each_layout_is_pressed() throws IOException {
        Files.createDirectories(Path.of("target/documents"));
        for (int i = 0; i < 3; i++) {
            long t = System.nanoTime();
            Files.write(Path.of("target/documents/letter.pdf"), PRESS.pdf(Samples.letter()));
            long a = System.nanoTime();
            Files.write(Path.of("target/documents/form.pdf"), PRESS.pdf(Samples.form()));
            long b = System.nanoTime();
            Files.write(Path.of("target/documents/list.pdf"), PRESS.pdf(Samples.list(200)));
            long c = System.nanoTime();
            Files.write(Path.of("target/documents/letter.ofd"), PRESS.ofd(Samples.letter()));
            Files.write(Path.of("target/documents/form.ofd"), PRESS.ofd(Samples.form()));
            Files.write(Path.of("target/documents/list.ofd"), PRESS.ofd(Samples.list(200)));
            System.err.println((System.nanoTime()-c)/1000000+" ofd");
            System.err.println((a - t) / 1000000 + " " + (b - a) / 1000000 + " " + (c - b) / 1000000);
        }
        assertThat(Path.of("target/documents/list.pdf")).isNotEmptyFile();
    }
}
