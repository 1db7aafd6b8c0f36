package cn.daxietong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in a form whose rows were changed without script. It goes with the session until the form is sent, so that the page can be
 * asked for again: going back or reloading sends nothing a second time.
 */
public final class FormDraft {
    private static final String NAME = "form-draft";
    private static final int MOST = 3;
    /** In letters; the session takes no more than 200 000 bytes of one value, and a Chinese letter has three. */
    private static final int LONGEST = 45_000;

    private FormDraft() {}

    /** Keeps it for this address; returns whether there was room. */
    public static boolean keep(HttpServletRequest request, Map<String, String[]> parameters) {
        var drafts = all(request.getSession());
        drafts.remove(request.getRequestURI());
        var plain = new LinkedHashMap<>(parameters);
        plain.keySet().removeIf(name -> name.startsWith("_csrf") || name.equals(KeptForm.BY));
        drafts.put(request.getRequestURI(), plain);
        while (drafts.size() > MOST || drafts.size() > 1 && length(drafts) > LONGEST) {
            drafts.remove(drafts.firstEntry().getKey());
        }
        if (length(drafts) > LONGEST) {
            return false;
        }
        write(request.getSession(), drafts);
        return true;
    }

    public static Optional<Map<String, String[]>> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(all(session).get(request.getRequestURI()));
    }

    public static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            var drafts = all(session);
            if (drafts.remove(request.getRequestURI()) != null) {
                write(session, drafts);
            }
        }
    }

    private static void write(HttpSession session, LinkedHashMap<String, LinkedHashMap<String, String[]>> drafts) {
        session.setAttribute(NAME, (Serializable) drafts);
    }

    @SuppressWarnings("unchecked") // nobody else writes under this name
    private static LinkedHashMap<String, LinkedHashMap<String, String[]>> all(HttpSession session) {
        return session.getAttribute(NAME) instanceof LinkedHashMap<?, ?> kept
                ? new LinkedHashMap<>((LinkedHashMap<String, LinkedHashMap<String, String[]>>) kept)
                : new LinkedHashMap<>();
    }

    private static int length(LinkedHashMap<String, LinkedHashMap<String, String[]>> drafts) {
        int all = 0;
        for (var draft : drafts.values()) {
            for (var field : draft.entrySet()) {
                all += field.getKey().length();
                for (var value : field.getValue()) {
                    all += value.length();
                }
            }
        }
        return all;
    }
}
