package cn.daxietong.web;

import cn.daxietong.shared.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Gathers what every page shows from the request and from the modules that have something to say on every page. */
@Component
class Pages {
    private final ObjectProvider<ViewerSource> viewers;
    private final ObjectProvider<UnitTitle> units;
    private final ObjectProvider<TodoCount> todos;
    private final Navigation navigation;
    private final WebSettings settings;
    private final Assets assets = new Assets();

    Pages(
            ObjectProvider<ViewerSource> viewers,
            ObjectProvider<UnitTitle> units,
            ObjectProvider<TodoCount> todos,
            Navigation navigation,
            WebSettings settings) {
        this.viewers = viewers;
        this.units = units;
        this.todos = todos;
        this.navigation = navigation;
        this.settings = settings;
    }

    Page page(HttpServletRequest request, Map<String, ?> model) {
        var viewer = viewer(request);
        return new Page(
                String.valueOf(model.get(Views.TITLE)),
                place(request, viewer, model.get(Views.SECTION)),
                viewer == null ? null : who(viewer),
                csrf(request),
                new Page.Look(mode(request), assets, settings.platform(), settings.version()),
                flash(request));
    }

    /** A page that must appear when nothing else works: it asks neither the session nor the database. */
    Page plain(HttpServletRequest request, String title) {
        return new Page(
                title,
                new Page.Place(path(request), address(request), "", List.of()),
                null,
                csrf(request),
                new Page.Look(mode(request), assets, settings.platform(), settings.version()),
                null);
    }

    private @Nullable Viewer viewer(HttpServletRequest request) {
        return Optional.ofNullable(viewers.getIfAvailable())
                .flatMap(source -> source.viewer(request))
                .orElse(null);
    }

    private Page.Who who(Viewer viewer) {
        var unit = units.getIfAvailable(() -> id -> id.value());
        var todo = todos.getIfAvailable(() -> v -> 0);
        return new Page.Who(viewer, unit.of(viewer.unit()), todo.openFor(viewer));
    }

    private Page.Place place(HttpServletRequest request, @Nullable Viewer viewer, @Nullable Object section) {
        var path = path(request);
        if (viewer == null) {
            return new Page.Place(path, address(request), "", List.of());
        }
        var shown = navigation.shownTo(viewer);
        var current = section instanceof String given ? given : sectionOf(path, shown);
        return new Page.Place(path, address(request), current, shown);
    }

    private static String sectionOf(String path, List<NavItem> shown) {
        return shown.stream()
                .filter(item -> path.equals(item.path()) || path.startsWith(item.path() + "/"))
                .max(Comparator.comparingInt(item -> item.path().length()))
                .map(NavItem::section)
                .orElse("");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    private static String address(HttpServletRequest request) {
        // Only a page that was asked for by GET can be come back to.
        if (!"GET".equals(request.getMethod())) {
            return "/";
        }
        var query = request.getQueryString();
        return query == null ? path(request) : path(request) + "?" + query;
    }

    private static DisplayMode mode(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, DisplayMode.COOKIE);
        return cookie == null ? DisplayMode.STANDARD : DisplayMode.of(cookie.getValue());
    }

    private static @Nullable Flash flash(HttpServletRequest request) {
        var map = RequestContextUtils.getInputFlashMap(request);
        return map != null && map.get(Views.FLASH) instanceof Flash flash ? flash : null;
    }

    private static Page.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new RequestCsrf(token)
                : NoCsrf.NONE;
    }

    private record RequestCsrf(CsrfToken of) implements Page.Csrf {
        @Override
        public String parameter() {
            return of.getParameterName();
        }

        @Override
        public String token() {
            return of.getToken();
        }
    }

    private enum NoCsrf implements Page.Csrf {
        NONE;

        @Override
        public String parameter() {
            return "_csrf";
        }

        @Override
        public String token() {
            return "";
        }
    }
}
