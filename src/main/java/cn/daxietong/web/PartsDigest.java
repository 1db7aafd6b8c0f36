package cn.daxietong.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A multipart request that takes the digest of its body while it streams by. The boundary is left out, for every sending of the same file
 * draws another.
 */
final class PartsDigest extends HttpServletRequestWrapper {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";,\\s]+)");

    private final MessageDigest digest = sha256();
    private final byte[] boundary;
    private final int[] fallback;
    private int matched;
    private @Nullable Tapped tapped;

    PartsDigest(HttpServletRequest request) {
        super(request);
        var found = BOUNDARY.matcher(String.valueOf(request.getContentType()));
        boundary = (found.find() ? found.group(1) : "").getBytes(StandardCharsets.ISO_8859_1);
        fallback = fallback(boundary);
    }

    /** Reads to the end what nobody has read yet, and says what it all was. */
    byte[] finish() throws IOException {
        getInputStream().transferTo(OutputStream.nullOutputStream());
        digest.update(boundary, 0, matched);
        matched = 0;
        return digest.digest();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (tapped == null) {
            tapped = new Tapped(super.getInputStream());
        }
        return tapped;
    }

    /** Searches as Knuth, Morris and Pratt do, since a boundary may be cut in two by the buffer. */
    private void take(byte[] bytes, int offset, int length) {
        if (boundary.length == 0) {
            digest.update(bytes, offset, length);
            return;
        }
        int kept = offset;
        for (int i = offset; i < offset + length; i++) {
            if (matched == 0 && bytes[i] != boundary[0]) {
                continue;
            }
            if (matched == 0) {
                digest.update(bytes, kept, i - kept);
            }
            while (matched > 0 && bytes[i] != boundary[matched]) {
                int shorter = fallback[matched - 1];
                digest.update(boundary, 0, matched - shorter);
                matched = shorter;
            }
            if (bytes[i] == boundary[matched]) {
                matched++;
                kept = i + 1;
            } else {
                kept = i;
            }
            if (matched == boundary.length) {
                matched = 0;
            }
        }
        if (matched == 0) {
            digest.update(bytes, kept, offset + length - kept);
        }
    }

    /** For each beginning of the boundary the longest shorter one that it ends with. */
    private static int[] fallback(byte[] boundary) {
        var shorter = new int[boundary.length];
        for (int i = 1, length = 0; i < boundary.length; i++) {
            while (length > 0 && boundary[i] != boundary[length]) {
                length = shorter[length - 1];
            }
            if (boundary[i] == boundary[length]) {
                length++;
            }
            shorter[i] = length;
        }
        return shorter;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private final class Tapped extends ServletInputStream {
        private final ServletInputStream of;

        Tapped(ServletInputStream of) {
            this.of = of;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = of.read(into, offset, length);
            if (read > 0) {
                take(into, offset, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return of.isFinished();
        }

        @Override
        public boolean isReady() {
            return of.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            of.setReadListener(listener);
        }
    }
}
