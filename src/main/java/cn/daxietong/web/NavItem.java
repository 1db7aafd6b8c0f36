package cn.daxietong.web;

import cn.daxietong.shared.Viewer;
import java.util.List;
import java.util.function.Predicate;

/**
 * One place in the navigation. A module adds itself by declaring a bean of this type.
 *
 * @param section what {@code Views.page(..., section)} names to light it up; otherwise the longest matching path decides
 * @param icon a name that {@code component/icon.jte} draws
 * @param shownTo whom it is shown to; hiding is no protection, the page itself refuses
 */
public record NavItem(String section, String title, String path, String icon, Place place, Predicate<Viewer> shownTo) {
    /** Where it stands: smaller orders further up; the bar under the thumb has room for five. */
    public record Place(int order, boolean thumb) {
        /** Under which heading: below 20 one's own desk, without one; then by the hundred or less, so that a new kind finds its place by its number. */
        String group() {
            return order < 20
                    ? ""
                    : order < 50
                            ? "办案"
                            : order < 100
                                    ? "协同"
                                    : order < 200 ? "措施和案卷" : order < 700 ? "治理" : order < 800 ? "依据" : "管理";
        }
    }

    /** The places under one heading. */
    public record Group(String title, List<NavItem> items) {}

    public static NavItem side(int order, String section, String title, String path, String icon) {
        return new NavItem(section, title, path, icon, new Place(order, false), viewer -> true);
    }

    public static NavItem thumb(int order, String section, String title, String path, String icon) {
        return new NavItem(section, title, path, icon, new Place(order, true), viewer -> true);
    }

    public NavItem shownTo(Predicate<Viewer> whom) {
        return new NavItem(section, title, path, icon, place, whom);
    }
}
