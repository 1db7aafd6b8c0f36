package cn.daxietong.web;

import cn.daxietong.shared.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form that was sent after its session had ended. The sign-in page carries its fields along, and after the same account has signed in, one
 * press sends them again: nothing typed is lost, without script and without keeping case data on the server.
 *
 * @param by the account that the form was drawn for
 * @param files whether files were among it, which have to be chosen again
 */
public record KeptForm(String path, String by, List<Field> fields, boolean files) {
    /** Drawn into every form beside its token. */
    public static final String BY = "_by";

    private static final String PATH = "kept-path";
    private static final String FILES = "kept-files";
    private static final String PREFIX = "kept.";
    private static final int MOST_FIELDS = 900;
    private static final int LONGEST = 400_000;

    /** One field under one name; a name may come several times. */
    public record Field(String name, String value) {}

    /** What is under way in this request; null where nothing is worth keeping. */
    public static @Nullable KeptForm of(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return null;
        }
        var by = request.getParameter(BY);
        var query = request.getQueryString();
        var path = LocalPath.of(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
        if (by == null || by.isBlank() || path.equals("/") || path.equals("/logout") || path.equals("/login")) {
            return null;
        }
        var multipart = String.valueOf(request.getContentType()).startsWith("multipart/");
        return bounded(new KeptForm(path, by, fields(request.getParameterMap(), ""), multipart));
    }

    /** What the sign-in page carried along; null where it carried nothing. */
    public static @Nullable KeptForm carried(HttpServletRequest request) {
        var path = request.getParameter(PATH);
        var by = request.getParameter(PREFIX + BY);
        if (path == null || by == null || LocalPath.of(path).equals("/")) {
            return null;
        }
        var files = "true".equals(request.getParameter(FILES));
        return bounded(new KeptForm(LocalPath.of(path), by, fields(request.getParameterMap(), PREFIX), files));
    }

    /** The hidden fields for the sign-in page. */
    public List<Field> toCarry() {
        var carried = new ArrayList<Field>();
        carried.add(new Field(PATH, path));
        carried.add(new Field(FILES, Boolean.toString(files)));
        carried.add(new Field(PREFIX + BY, by));
        fields.forEach(field -> carried.add(new Field(PREFIX + field.name(), field.value())));
        return carried;
    }

    public boolean belongsTo(AccountId account) {
        return by.equals(account.value());
    }

    /** The page after signing in. A press is asked for, because sending is an act and not a consequence of signing in. */
    public ModelAndView again() {
        return Views.page("error/again", "继续提交", Map.of("kept", this));
    }

    private static @Nullable KeptForm bounded(KeptForm form) {
        var length = form.fields().stream()
                .mapToInt(field -> field.name().length() + field.value().length())
                .sum();
        return form.fields().size() > MOST_FIELDS || length > LONGEST ? null : form;
    }

    private static List<Field> fields(Map<String, String[]> parameters, String prefix) {
        var fields = new ArrayList<Field>();
        parameters.forEach((name, values) -> {
            if (!name.startsWith(prefix)) {
                return;
            }
            var plain = name.substring(prefix.length());
            // The old token proves nothing any more, and secrets are never carried.
            if (plain.equals("_csrf") || plain.equals(BY) || plain.contains("password") || plain.equals("otp")) {
                return;
            }
            for (var value : values) {
                fields.add(new Field(plain, value));
            }
        });
        return fields;
    }
}
