package cn.daxietong.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the style sheet and the script, each in one piece. */
@RestController
class BundleController {
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    @GetMapping("/assets/app.css")
    ResponseEntity<byte[]> styles() {
        return bundle("app.css", CSS);
    }

    @GetMapping("/assets/app.js")
    ResponseEntity<byte[]> script() {
        return bundle("app.js", SCRIPT);
    }

    /** For the public's pages, which need nothing of the rest. */
    @GetMapping("/assets/report.js")
    ResponseEntity<byte[]> reportScript() {
        return bundle("report.js", SCRIPT);
    }

    private static ResponseEntity<byte[]> bundle(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(Assets.content(name));
    }
}
