package cn.daxietong.tipoff;

import cn.daxietong.shared.Refusal;
import cn.daxietong.web.Slowed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A public form read straight off the connection: its files are encrypted while they arrive, where the servlet's own parsing would leave them plain
 * in a temporary file.
 */
final class SentForm {
    static final int MOST_FILES = 200;
    private static final int LONGEST_FIELD = 100_000;
    private static final int MOST_PARTS = 500;
    private static final Set<String> NAMES = Set.of(
            "mode", "manner", "text", "place", "goods", "name", "contact", "word", "code", "pin", "about", "via",
            "ticket");

    private static final String TOO_MANY = "一次最多传 " + MOST_FILES + " 个文件，多出的没有收下；可以在提交之后凭回执码补充。";

    static final String SLOWED = "此刻提交的人较多，请等一分钟再提交。已填的文字都在；选过的文件请再选一次。";

    private final Map<String, String> fields = new HashMap<>();
    private final List<TellersFile> files = new ArrayList<>();
    private @Nullable String problem;

    static SentForm read(HttpServletRequest request, TipFiles store) throws IOException {
        var form = new SentForm();
        var slowed = Slowed.is(request);
        var type = String.valueOf(request.getContentType()).toLowerCase(java.util.Locale.ROOT);
        if (!type.startsWith("multipart/form-data")) {
            request.getParameterMap().forEach((name, values) -> form.field(name, values[0]));
            form.problem = slowed ? SLOWED : null;
            return form;
        }
        try {
            var parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            for (int n = 0; n < MOST_PARTS && parts.hasNext(); n++) {
                var part = parts.next();
                try (var content = part.openStream()) {
                    if (part.isFormField()) {
                        form.field(part.getFieldName(), text(content));
                    } else if (!slowed
                            && part.getName() != null
                            && !part.getName().isBlank()) {
                        form.file(part.getName(), content, store);
                    }
                }
            }
            if (slowed) {
                form.problem = SLOWED;
                return form;
            }
            form.files.stream()
                    .filter(f -> !store.complete(f))
                    .findFirst()
                    .ifPresent(f -> form.problem = "“" + f.name() + "”没有传完整，请重新选择。");
            form.files.removeIf(f -> !store.complete(f));
        } catch (FileUploadException e) {
            form.problem = "文件没有传完，连接断了。已填的文字都在，请重新选择文件。";
        }
        return form;
    }

    private static String text(InputStream content) throws IOException {
        return new String(content.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
    }

    private void field(String name, String value) {
        if (name.equals("sent")) {
            sent(value);
        } else if (NAMES.contains(name)) {
            fields.put(name, value.replace("\r\n", "\n"));
        }
    }

    /** A file that the page's script has sent already: id, key, size and name. */
    private void sent(String value) {
        var parts = value.split(":", 4);
        if (files.size() >= MOST_FILES) {
            problem = TOO_MANY;
        } else if (parts.length == 4 && parts[2].matches("\\d{1,12}")) {
            try {
                files.add(new TellersFile(UUID.fromString(parts[0]), parts[3], parts[1], Long.parseLong(parts[2])));
            } catch (IllegalArgumentException e) {
                problem = "有文件没有传完，请重新选择。";
            }
        }
    }

    private void file(String name, InputStream content, TipFiles store) throws IOException {
        if (files.size() >= MOST_FILES) {
            problem = TOO_MANY;
            content.skipNBytes(0);
            return;
        }
        try {
            var taken = store.receive(name, content);
            if (taken.size() == 0) {
                problem = "“" + taken.name() + "”是空文件，没有内容，请换一个。";
            } else {
                files.add(taken);
            }
        } catch (Refusal tooLarge) {
            problem = tooLarge.detail();
        }
    }

    String value(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    TipForm tip() {
        return new TipForm(
                value("manner"),
                fields.getOrDefault("text", ""),
                value("place"),
                value("goods"),
                new Identity(value("name"), value("contact")),
                value("word"),
                files,
                problem,
                value("about"),
                value("via"),
                value("ticket"));
    }

    Told told() {
        return new Told(fields.getOrDefault("text", "").strip(), files);
    }

    @Nullable
    String problem() {
        return problem;
    }
}
