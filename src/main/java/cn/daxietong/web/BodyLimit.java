package cn.daxietong.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nothing but an attachment is larger than a megabyte, and nobody may make the server read more to find out. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
class BodyLimit extends OncePerRequestFilter {
    static final long BYTES = 1024 * 1024;

    private final FailureWriter writer;

    BodyLimit(FailureWriter writer) {
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        // Files have their own limit, and Tomcat counts the bytes of forms.
        return type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > BYTES) {
            writer.write(request, response, Failures.ofStatus(413));
            return;
        }
        chain.doFilter(new Limited(request), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    /** Counts what is read, for bodies that do not say how long they are. */
    private static final class Counted extends ServletInputStream {
        private final ServletInputStream of;
        private long read;

        Counted(ServletInputStream of) {
            this.of = of;
        }

        @Override
        public int read() throws IOException {
            int next = of.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int more = of.read(into, offset, length);
            count(Math.max(0, more));
            return more;
        }

        private void count(int more) throws BodyTooLarge {
            read += more;
            if (read > BYTES) {
                throw new BodyTooLarge(BYTES);
            }
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
