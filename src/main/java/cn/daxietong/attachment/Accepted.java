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

    public String words() {
        return "照片、视频、录音，PDF、OFD、Word、Excel；单个不超过 " + (bytes >> 20) + " MB。不得上传涉密文件。";
    }
}
