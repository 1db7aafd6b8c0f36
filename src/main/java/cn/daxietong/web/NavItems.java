package cn.daxietong.web;

import java.util.List;

/** Several places in the navigation at once, for a module whose places follow from something else, as those of the kinds of matter do. */
@FunctionalInterface
public interface NavItems {
    List<NavItem> all();
}
