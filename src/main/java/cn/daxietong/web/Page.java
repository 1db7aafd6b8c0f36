package cn.daxietong.web;

import cn.daxietong.shared.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every template is given besides its own model. */
public record Page(
        String title,
        Place place,
        @Nullable Who who,
        Csrf csrf,
        Look look,
        @Nullable Flash flash) {
    /** Where the reader is; {@code address} is the path with its query, to come back to. */
    public record Place(String path, String address, String section, List<NavItem> navigation) {
        public List<NavItem> thumb() {
            return navigation.stream()
                    .filter(item -> item.place().thumb())
                    .limit(5)
                    .toList();
        }

        public List<NavItem.Group> groups() {
            var groups = new LinkedHashMap<String, List<NavItem>>();
            navigation.forEach(item -> groups.computeIfAbsent(item.place().group(), g -> new ArrayList<>())
                    .add(item));
            return groups.entrySet().stream()
                    .map(g -> new NavItem.Group(g.getKey(), List.copyOf(g.getValue())))
                    .toList();
        }

        public boolean in(NavItem.Group group) {
            return group.items().stream().anyMatch(this::in);
        }

        public boolean in(NavItem item) {
            return item.section().equals(section);
        }
    }

    /** Who reads it, and how much waits for them. */
    public record Who(Viewer viewer, String unit, int todo) {}

    /** The token that proves a form came from one of our pages. Read only where a form is drawn, since reading it opens a session. */
    public interface Csrf {
        String parameter();

        String token();
    }

    /** How it is drawn. */
    public record Look(DisplayMode mode, Assets assets, String platform, String version) {}

    public boolean signedIn() {
        return who != null;
    }
}
