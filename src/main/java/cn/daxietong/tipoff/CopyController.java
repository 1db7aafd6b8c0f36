package cn.daxietong.tipoff;

import cn.daxietong.cleancopy.CleanCopy.Cleaned;
import cn.daxietong.cleancopy.CleanCopy.HeldBack;
import cn.daxietong.matter.Matters;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Gives out the clean copy of a file that came with a tip-off, or the page that says why there is none. */
@Controller
class CopyController {
    private final Matters matters;
    private final Copies copies;

    CopyController(Matters matters, Copies copies) {
        this.matters = matters;
        this.copies = copies;
    }

    @GetMapping("/tipoffs/{id}/files/{file}")
    @Nullable
    ModelAndView file(@PathVariable UUID id, @PathVariable UUID file, Viewer viewer, HttpServletResponse response)
            throws IOException {
        var seen = matters.see(viewer, id, "tipoff_file");
        if (!(seen.matter().state() instanceof Tip)) {
            throw Refusal.notFound();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var copy = copies.of(viewer, id, file)) {
            return switch (copy) {
                case Cleaned cleaned -> {
                    send(cleaned, response);
                    yield null;
                }
                case HeldBack held ->
                    Views.page(
                            "tipoff/held",
                            "没有净化副本",
                            Map.of(
                                    "id",
                                    id.toString(),
                                    "number",
                                    seen.matter().number(),
                                    "reason",
                                    held.reason(),
                                    "listing",
                                    held.listing()),
                            "tipoff");
            };
        }
    }

    private static void send(Cleaned copy, HttpServletResponse response) throws IOException {
        response.setContentType(copy.mediaType());
        response.setContentLengthLong(Files.size(copy.path()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(copy.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        // A browser must neither guess at it nor run it under our name, even of what we made ourselves.
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        Files.copy(copy.path(), response.getOutputStream());
    }
}
