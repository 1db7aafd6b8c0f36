package cn.daxietong.attachment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The files that serve as material.
 *
 * @param extensions in small letters, without the dot
 * @param bytes the largest size of one file
 */
public record Accepted(List<String> extensions, long bytes) {
    /** As a file field's {@code accept} wants it. */
    public String accept() {
        return extensions.stream().map(e -> "." + e).collect(Collectors.joining(","));
    }

    /** A limit as people say it: 2 GB, 500 MB. */
    public static String size(long bytes) {
        return bytes % (1L << 30) == 0 ? (bytes >> 30) + " GB" : (bytes >> 20) + " MB";
    }

    public String words() {
        return "照片、视频、录音，PDF、OFD、Word、Excel；单个不超过 " + size(bytes) + "。不得上传涉密文件。";
    }
}
