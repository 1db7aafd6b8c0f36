package cn.daxietong.casebook;

import cn.daxietong.attachment.AttachmentRef;
import cn.daxietong.matter.IssuedDocument;
import org.jspecify.annotations.Nullable;

/** One thing bound into a book, in order. */
sealed interface Content {
    String title();

    /** 文号 or uploader, for the contents. */
    String note();

    record Issued(IssuedDocument document) implements Content {
        @Override
        public String title() {
            return document.title();
        }

        @Override
        public String note() {
            var number = document.number();
            return number == null ? "" : number;
        }
    }

    record Attached(AttachmentRef file) implements Content {
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
