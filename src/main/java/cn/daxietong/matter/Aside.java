package cn.daxietong.matter;

import cn.daxietong.shared.Viewer;
import java.util.Optional;

/** A part of a matter's page that another module adds, because it knows something that helps with this matter. Its beans are asked in their order. */
@FunctionalInterface
public interface Aside {
    /** What it shows this viewer, who has just seen the matter; nothing where it has nothing to say. */
    Optional<Shown.Group> beside(Viewer viewer, Seen<?> seen);
}
