package cn.daxietong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whatever a controller throws ends here, before any advice that a library brings along. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice
class FailureAdvice {
    private final FailureWriter writer;

    FailureAdvice(FailureWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler(Exception.class)
    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            // The security filters know whether to ask for a sign-in or to refuse.
            throw thrown;
        }
        if (isBrokenPipe(thrown)) {
            return;
        }
        if (thrown instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> {
                // Allow and Accept tell a program what would have worked.
                values.forEach(value -> response.addHeader(name, value));
            });
        }
        writer.write(request, response, Failures.of(thrown));
    }

    private static boolean isBrokenPipe(Exception thrown) {
        return thrown instanceof IOException
                && thrown.getClass().getName().equals("org.apache.catalina.connector.ClientAbortException");
    }
}
