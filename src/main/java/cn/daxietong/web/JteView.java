package cn.daxietong.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** Draws one template. The whole page is drawn before its first byte leaves, so that a fault in the middle still becomes an error page. */
final class JteView implements View {
    private final TemplateEngine engine;
    private final Pages pages;
    private final String template;

    JteView(TemplateEngine engine, Pages pages, String template) {
        this.engine = engine;
        this.pages = pages;
        this.template = template;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var all = new HashMap<String, Object>(model == null ? Map.of() : model);
        all.putIfAbsent("page", pages.page(request, all));
        var output = new Utf8ByteOutput();
        engine.render(template + ".jte", all, output);

        response.setContentType(getContentType());
        // One address answers a whole page or a fragment of it, and a cache must not mix them up.
        response.addHeader("Vary", "HX-Request");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
