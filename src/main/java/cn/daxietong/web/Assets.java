package cn.daxietong.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/** Where the pages' own files are fetched: each address carries its content's digest, so that a browser may keep it for a year. */
public final class Assets {
    /** Written apart, by purpose, and fetched as one: an old PC on the county's network waits longer for a request than for its bytes. */
    static final Map<String, List<String>> BUNDLES = Map.of(
            "app.css",
            List.of("base", "frame", "parts", "matter", "worklist", "narrow", "print"),
            "app.js",
            List.of("shell", "print", "draft", "rows", "files", "units", "lists"),
            "report.js",
            List.of("report", "print"));

    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    public String url(String name) {
        return addresses.computeIfAbsent(name, n -> "/assets/" + n + "?v=" + digest(content(n)));
    }

    /** htmx comes from its WebJar, never from elsewhere: the county's network has no internet. */
    public String htmx() {
        return addresses.computeIfAbsent(
                "htmx", n -> "/assets/lib/htmx.org/2.0.10/dist/htmx.min.js?v=" + digest(read(HTMX)));
    }

    /** A file, or the files that make up a bundle one after another. */
    static byte[] content(String name) {
        var parts = BUNDLES.get(name);
        if (parts == null) {
            return read("static/" + name);
        }
        var folder = name.substring(name.indexOf('.') + 1);
        var whole = new ByteArrayOutputStream();
        for (var part : parts) {
            whole.writeBytes(read("static/" + folder + "/" + part + "." + folder));
            whole.write('\n');
        }
        return whole.toByteArray();
    }

    private static byte[] read(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
