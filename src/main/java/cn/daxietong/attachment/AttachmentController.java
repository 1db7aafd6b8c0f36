package cn.daxietong.attachment;

import cn.daxietong.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Upload and download over HTTP, both streamed. */
@RestController
class AttachmentController {
    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    /** As api.md says, with the name added. */
    record Uploaded(UUID id, String sha256, String sm3, long size, String mediaType, String name) {
        static Uploaded of(AttachmentRef file) {
            var content = file.content();
            return new Uploaded(
                    file.id(), content.sha256(), content.sm3(), content.size(), content.mediaType(), file.name());
        }
    }

    /** From programs by the one address, from a page while its form is still being filled in by the other. */
    @PostMapping({"/api/v1/attachments", "/attachments"})
    ResponseEntity<Uploaded> upload(Viewer viewer, HttpServletRequest request) throws IOException {
        attachments.refuseTooLarge(request.getContentLengthLong());
        var received = SentFile.receive(request, (name, content) -> attachments.receive(viewer, name, content));
        return ResponseEntity.created(URI.create("/api/v1/attachments/" + received.id()))
                .body(Uploaded.of(received));
    }

    @GetMapping({"/attachments/{id}", "/api/v1/attachments/{id}"})
    ResponseEntity<Resource> download(Viewer viewer, @PathVariable UUID id) {
        var file = attachments.take(viewer, id);
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.content().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                // Whatever a file holds, a browser must neither guess at it nor run it under our name.
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .eTag("\"" + file.content().sha256() + "\"")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(new FileSystemResource(attachments.path(file)));
    }
}
