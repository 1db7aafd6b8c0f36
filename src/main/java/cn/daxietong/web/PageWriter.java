package cn.daxietong.web;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws a page where no controller stands: in filters and at the door. */
@Component
public final class PageWriter {
    private final TemplateEngine engine;
    private final Pages pages;

    PageWriter(TemplateEngine engine, Pages pages) {
        this.engine = engine;
        this.pages = pages;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ModelAndView view) throws IOException {
        if (view.getStatus() != null) {
            response.setStatus(view.getStatus().value());
        }
        response.setHeader("Cache-Control", "no-store");
        new JteView(engine, pages, Objects.requireNonNull(view.getViewName(), "a template"))
                .render(view.getModel(), request, response);
    }
}
