package cn.daxietong.attachment;

import cn.daxietong.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * The part {@code file} of a multipart request, read straight off the connection. The servlet's own parsing would write it to a temporary file
 * first; where somebody before us has made it do so (by asking for a form field), that copy is read instead.
 */
public final class SentFile {
    private static final String FIELD = "file";

    private SentFile() {}

    /** What is done with the file while it arrives. */
    public interface Receiver<T> {
        T receive(String name, InputStream content) throws IOException;
    }

    public static <T> T receive(HttpServletRequest request, Receiver<T> receiver) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data")) {
            throw new Refusal(
                    Refusal.Kind.UNSUPPORTED_MEDIA,
                    "unsupported_media_type",
                    "不支持这种内容格式",
                    "请以 multipart/form-data 提交，文件放在字段 file 中。");
        }
        boolean taken = !type.contains("boundary=") || request.getInputStream().isFinished();
        return taken ? parsed(request, receiver) : streamed(request, receiver);
    }

    private static <T> T streamed(HttpServletRequest request, Receiver<T> receiver) throws IOException {
        try {
            var upload = new FileUpload();
            FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField() && FIELD.equals(part.getFieldName())) {
                    try (var content = part.openStream()) {
                        return receiver.receive(String.valueOf(part.getName()), content);
                    }
                }
            }
        } catch (FileUploadException e) {
            throw broken(e);
        }
        throw missing();
    }

    private static <T> T parsed(HttpServletRequest request, Receiver<T> receiver) throws IOException {
        var multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
        var file = multipart == null ? null : multipart.getFile(FIELD);
        if (file == null) {
            throw missing();
        }
        try (var content = file.getInputStream()) {
            return receiver.receive(String.valueOf(file.getOriginalFilename()), content);
        }
    }

    private static Refusal missing() {
        return new Refusal(Refusal.Kind.INVALID, "file_missing", "没有收到文件", "请求中没有名为 file 的文件。请选择文件后重新上传。");
    }

    private static Refusal broken(FileUploadException cause) {
        var refusal = new Refusal(Refusal.Kind.MALFORMED, "malformed", "上传内容不完整", "上传中断或格式不对，文件没有保存。请重新上传。");
        refusal.initCause(cause);
        return refusal;
    }
}
