package cn.daxietong.web;

import cn.daxietong.shared.Viewer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All places that the modules have declared, as one viewer is shown them. */
@Component
final class Navigation {
    private final ObjectProvider<NavItem> single;
    private final ObjectProvider<NavItems> several;

    Navigation(ObjectProvider<NavItem> single, ObjectProvider<NavItems> several) {
        this.single = single;
        this.several = several;
    }

    List<NavItem> shownTo(Viewer viewer) {
        return Stream.concat(single.stream(), several.stream().flatMap(s -> s.all().stream()))
                .filter(item -> item.shownTo().test(viewer))
                .sorted(Comparator.comparingInt(item -> item.place().order()))
                .toList();
    }
}
