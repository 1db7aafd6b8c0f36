package cn.daxietong.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The verifier for a browser: one file that asks nothing of any network, put together from its parts. */
public final class VerifierPage {
    private VerifierPage() {}

    public static byte[] bytes() {
        return text("page.html")
                .replace("/*LIBRARY*/", text("gm.min.js"))
                .replace("/*PROGRAM*/", text("page.js"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String name) {
        try (var in = VerifierPage.class.getResourceAsStream("/verifier/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks verifier/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
