package cn.daxietong.attachment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of file that serve as material; everything else is refused. */
public enum FileKind {
    JPEG("JPEG 图片", "image/jpeg", Set.of("jpg", "jpeg"), Set.of("image/jpeg")),
    PNG("PNG 图片", "image/png", Set.of("png"), Set.of("image/png")),
    WEBP("WebP 图片", "image/webp", Set.of("webp"), Set.of("image/webp")),
    HEIC(
            "HEIC 图片",
            "image/heic",
            Set.of("heic", "heif"),
            Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence")),
    GIF("GIF 图片", "image/gif", Set.of("gif"), Set.of("image/gif")),
    BMP("BMP 图片", "image/bmp", Set.of("bmp"), Set.of("image/bmp", "image/x-ms-bmp")),
    TIFF("TIFF 图片", "image/tiff", Set.of("tif", "tiff"), Set.of("image/tiff")),
    PDF("PDF 文档", "application/pdf", Set.of("pdf"), Set.of("application/pdf")),
    OFD("OFD 文档", "application/ofd", Set.of("ofd"), Set.of()),
    DOCX(
            "Word 文档",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Set.of("docx"),
            Set.of()),
    XLSX("Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx"), Set.of()),
    PPTX(
            "PowerPoint 演示文稿",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Set.of("pptx"),
            Set.of()),
    DOC("旧版 Word 文档", "application/msword", Set.of("doc", "wps"), Set.of("application/msword")),
    XLS("旧版 Excel 表格", "application/vnd.ms-excel", Set.of("xls", "et"), Set.of("application/vnd.ms-excel")),
    TXT("文本文件", "text/plain", Set.of("txt"), Set.of("text/plain")),
    CSV("CSV 表格", "text/csv", Set.of("csv"), Set.of("text/csv", "text/plain")),
    MP4(
            "MP4 视频",
            "video/mp4",
            Set.of("mp4"),
            Set.of("video/mp4", "application/mp4", "video/x-m4v", "video/3gpp", "video/quicktime")),
    MOV("MOV 视频", "video/quicktime", Set.of("mov"), Set.of("video/quicktime", "video/mp4", "application/mp4")),
    MP3("MP3 录音", "audio/mpeg", Set.of("mp3"), Set.of("audio/mpeg")),
    WAV("WAV 录音", "audio/vnd.wave", Set.of("wav"), Set.of("audio/vnd.wave", "audio/x-wav")),
    AMR("AMR 录音", "audio/amr", Set.of("amr"), Set.of("audio/amr", "audio/amr-wb"));

    private static final Map<String, FileKind> BY_EXTENSION = Stream.of(values())
            .flatMap(kind -> kind.extensions.stream().map(extension -> Map.entry(extension, kind)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String title;
    private final String mediaType;
    private final Set<String> extensions;
    private final Set<String> detected;

    FileKind(String title, String mediaType, Set<String> extensions, Set<String> detected) {
        this.title = title;
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.detected = detected;
    }

    static Optional<FileKind> named(String fileName) {
        var extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_EXTENSION.get(extension));
    }

    /** The first kind that content of this type can be. */
    static Optional<FileKind> detectedAs(String type) {
        return Stream.of(values()).filter(kind -> kind.fits(type)).findFirst();
    }

    static String allowed() {
        return String.join("、", extensions());
    }

    static List<String> extensions() {
        return Stream.of(values())
                .map(kind -> kind.extensions)
                .flatMap(Set::stream)
                .sorted()
                .toList();
    }

    boolean fits(String type) {
        return detected.contains(type) || mediaType.equals(type);
    }

    public String title() {
        return title;
    }

    public String mediaType() {
        return mediaType;
    }
}
