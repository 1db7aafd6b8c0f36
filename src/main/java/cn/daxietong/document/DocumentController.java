package cn.daxietong.document;

import cn.daxietong.shared.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Gives out renditions: by Accept to programs, by extension to people. */
@RestController
class DocumentController {
    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    /** Whoever names OFD first gets it; everybody else the PDF that every program opens. */
    @GetMapping(
            path = "/api/v1/matters/{matter}/documents/{id}",
            produces = {"application/pdf", "application/ofd"})
    ResponseEntity<byte[]> document(
            Viewer viewer,
            @PathVariable UUID matter,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var ofd = accept != null
                && MediaType.parseMediaTypes(accept).stream()
                        .filter(t -> t.getType().equals("application") && !t.isWildcardSubtype())
                        .findFirst()
                        .filter(t -> t.getSubtype().equals("ofd"))
                        .isPresent();
        return answer(documents.press(viewer, matter, id, ofd ? Format.OFD : Format.PDF), ofd);
    }

    @GetMapping("/matters/{matter}/documents/{id}.pdf")
    ResponseEntity<byte[]> shown(Viewer viewer, @PathVariable UUID matter, @PathVariable UUID id) {
        return answer(documents.press(viewer, matter, id, Format.PDF), false);
    }

    @GetMapping("/matters/{matter}/documents/{id}.ofd")
    ResponseEntity<byte[]> saved(Viewer viewer, @PathVariable UUID matter, @PathVariable UUID id) {
        return answer(documents.press(viewer, matter, id, Format.OFD), true);
    }

    // A PDF is shown, for every browser can; an OFD is saved, for none can.
    private static ResponseEntity<byte[]> answer(Documents.Pressed pressed, boolean saved) {
        var disposition = (saved ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(pressed.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(pressed.format().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(pressed.bytes());
    }
}
