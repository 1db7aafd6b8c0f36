package cn.daxietong.casebook;

import cn.daxietong.attachment.AttachmentRef;
import cn.daxietong.matter.IssuedDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing bound into a book, in order. */
sealed interface Content {
    UUID id();

    String title();

    /** 文号 or uploader, for the contents. */
    String note();

    /**
     * @param matter the one that it was issued in
     * @param replaced whether the same form was issued again later
     */
    record Issued(UUID matter, IssuedDocument document, boolean replaced) implements Content {
        @Override
        public UUID id() {
            return document.id();
        }

        @Override
        public String title() {
            return document.title();
        }

        @Override
        public String note() {
            var number = document.number();
            return (number == null ? "" : number) + (replaced ? "（已由后一份取代）" : "");
        }
    }

    record Attached(AttachmentRef file) implements Content {
        @Override
        public UUID id() {
            return file.id();
        }

        @Override
        public String title() {
            return file.name();
        }

        @Override
        public String note() {
            return "附件";
        }
    }

    /**
     * How it stands in the book.
     *
     * @param pages how many
     * @param slip why only a slip sheet stands for it; null where its own pages do
     */
    record Bound(Content content, int pages, @Nullable String slip) {}
}
