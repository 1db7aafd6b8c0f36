package cn.daxietong.document;

import java.util.Locale;

/** The two renditions of a document. */
public enum Format {
    PDF("application/pdf"),
    OFD("application/ofd");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
