package cn.daxietong.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The legal texts and tables that come with the platform, under {@code law/} on the class path. */
final class Bundled {
    private Bundled() {}

    static String text(String name) {
        try (InputStream in = Bundled.class.getResourceAsStream("/law/" + name)) {
            if (in == null) {
                throw new IllegalStateException("law/" + name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
