package cn.daxietong.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whatever a filter or the container refuses ends here. */
@Controller
class FailureController implements ErrorController {
    private final FailureWriter writer;

    FailureController(FailureWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        writer.write(
                request,
                response,
                thrown instanceof Throwable cause
                        ? Failures.of(cause)
                        : Failures.ofStatus(status instanceof Integer code ? code : 404));
    }
}
