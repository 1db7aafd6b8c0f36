package cn.daxietong.bag;

import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.verifier.VerifierPage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Bags, receipts and the verifier over HTTP. */
@RestController
class BagController {
    private static final String ASIC = "application/vnd.etsi.asic-e+zip";

    private final Bags bags;

    BagController(Bags bags) {
        this.bags = bags;
    }

    @GetMapping(path = "/api/v1/matters/{id}/bundle", produces = ASIC)
    void bundle(Viewer viewer, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(bags.bundle(viewer, id), response);
    }

    @GetMapping("/matters/{id}/bag.asice")
    void saved(Viewer viewer, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(bags.bundle(viewer, id), response);
    }

    private static void send(Bags.Parcel parcel, HttpServletResponse response) throws IOException {
        response.setContentType(ASIC);
        response.setContentLengthLong(parcel.length());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(parcel.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
        parcel.writeTo(response.getOutputStream());
    }

    @GetMapping(
            path = {"/api/v1/matters/{id}/receipt", "/matters/{id}/receipt.txt"},
            produces = "text/plain;charset=UTF-8")
    ResponseEntity<byte[]> receipt(Viewer viewer, @PathVariable UUID id) {
        var receipt = bags.receipt(viewer, id).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("移送回执.txt"))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(receipt);
    }

    /** To be kept on a USB stick; it is the same for everybody and says nothing of any matter. */
    @GetMapping(path = "/verifier.html", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> verifier() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("核验.html"))
                .body(VerifierPage.bytes());
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
