package cn.daxietong.document;

import cn.daxietong.attachment.SentFile;
import cn.daxietong.document.CheckPage.Answer;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The public page behind the QR code: whether a document is registered, and whether a file is the one that was given out. */
@Controller
class CheckController {
    private static final long LIMIT_MEGABYTES = 20;

    private final Register register;

    CheckController(Register register) {
        this.register = register;
    }

    @GetMapping("/check/{code}")
    ModelAndView show(@PathVariable String code, HttpServletResponse response) {
        return page(code, null, response);
    }

    /** Compares a file's hash; the file itself is read past and never kept. */
    @PostMapping("/check/{code}")
    ModelAndView compare(@PathVariable String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // A stranger without a code of ours gets nothing hashed.
        if (register.find(CheckCode.normal(code)).isEmpty()) {
            return page(code, null, response);
        }
        var answer = SentFile.receive(request, (name, content) -> {
            try {
                return answer(code, Hashes.of(content, LIMIT_MEGABYTES << 20));
            } catch (Hashes.TooLong e) {
                return new Answer(false, "文件超过 " + LIMIT_MEGABYTES + " MB，不是平台制发的公文文件。");
            }
        });
        return page(code, answer, response);
    }

    private Answer answer(String code, Hashes hashes) {
        var same = register.find(CheckCode.normal(code)).stream()
                .flatMap(found -> found.renditions().stream())
                .anyMatch(rendition -> rendition.sha256().equals(hashes.sha256())
                        && rendition.sm3().equals(hashes.sm3()));
        return same
                ? new Answer(true, "一致：这个文件就是平台登记的公文文件，未经改动。")
                : new Answer(false, "不一致：这个文件与平台登记的公文文件不同，可能被改动过，或者不是这一份。");
    }

    private ModelAndView page(String code, @Nullable Answer answer, HttpServletResponse response) {
        var normal = CheckCode.normal(code);
        var found = register.find(normal).orElse(null);
        // The address is the key to the entry; it must not travel on in a Referer or stay in a search index.
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        var page = new CheckPage(CheckCode.valid(normal) ? normal : "", found, answer, LIMIT_MEGABYTES);
        var view = Views.page("document/check", "公文核验", Map.of("check", page));
        view.setStatus(org.springframework.http.HttpStatusCode.valueOf(found == null ? 404 : 200));
        return view;
    }
}
