package cn.daxietong.bag;

import cn.daxietong.attachment.AttachmentRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One file to go into a bag.
 *
 * @param title as people call it
 * @param content null for an attachment, which stays where it is kept
 */
@SuppressWarnings("ArrayRecordComponent") // content, handed on
record Packed(
        String path,
        String title,
        String mediaType,
        byte @Nullable [] content,
        @Nullable AttachmentRef attachment) {

    static Packed text(String path, String title, String mediaType, String text) {
        return of(path, title, mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    static Packed of(String path, String title, String mediaType, byte[] content) {
        return new Packed(path, title, mediaType, content, null);
    }

    static Packed of(String path, AttachmentRef attachment) {
        return new Packed(path, attachment.name(), attachment.content().mediaType(), null, attachment);
    }

    /** Where an attachment is read. */
    interface Store {
        InputStream open(AttachmentRef attachment) throws IOException;
    }

    InputStream open(Store store) throws IOException {
        var bytes = content;
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        return store.open(java.util.Objects.requireNonNull(attachment));
    }
}
