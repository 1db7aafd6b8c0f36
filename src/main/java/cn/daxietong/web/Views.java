package cn.daxietong.web;

import cn.daxietong.shared.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** What a controller returns: a template with its model, or the way to another page. */
public final class Views {
    static final String TITLE = "daxietong.title";
    static final String SECTION = "daxietong.section";
    static final String FLASH = "daxietong.flash";

    private Views() {}

    /** A page: template {@code lead/list} is {@code src/main/jte/lead/list.jte}. */
    public static ModelAndView page(String template, String title, Map<String, ?> model) {
        var all = new HashMap<String, Object>(model);
        all.put(TITLE, title);
        return new ModelAndView(template, all);
    }

    /** A page which belongs to another section of the navigation than its path says. */
    public static ModelAndView page(String template, String title, Map<String, ?> model, String section) {
        return page(template, title, model).addObject(SECTION, section);
    }

    /** The form once more, with what was entered and what is wrong with it; its status is the refusal's. */
    public static ModelAndView faulty(String template, String title, Map<String, ?> model, Refusal refusal) {
        var view = page(template, title, model);
        view.setStatus(HttpStatusCode.valueOf(refusal.kind().status()));
        return view;
    }

    /** After something was done, so that reloading does not do it again. The path is ours, never the client's. */
    public static ModelAndView redirect(String path, Flash flash) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            RequestContextUtils.getOutputFlashMap(request.getRequest()).put(FLASH, flash);
        }
        return redirect(path);
    }

    public static ModelAndView redirect(String path) {
        var view = new RedirectView(path);
        view.setExpandUriTemplateVariables(false);
        view.setHttp10Compatible(false);
        return new ModelAndView(view);
    }
}
