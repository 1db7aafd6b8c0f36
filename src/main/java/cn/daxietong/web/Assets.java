package cn.daxietong.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/** Where the pages' own files are fetched: each address carries its content's digest, so that a browser may keep it for a year. */
public final class Assets {
    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    public String url(String name) {
        return addresses.computeIfAbsent(name, n -> "/assets/" + n + "?v=" + digest("static/" + n));
    }

    /** htmx comes from its WebJar, never from elsewhere: the county's network has no internet. */
    public String htmx() {
        return addresses.computeIfAbsent("htmx", n -> "/assets/lib/htmx.org/2.0.10/dist/htmx.min.js?v=" + digest(HTMX));
    }

    private static String digest(String path) {
        try {
            byte[] content = new ClassPathResource(path).getContentAsByteArray();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
