package cn.daxietong.web;

import cn.daxietong.shared.Viewer;
import java.util.Optional;

/** What waits for the viewer beside any matter, such as a colleague's key to be confirmed; the workbench says it, with the way there, while it waits. */
@FunctionalInterface
public interface Errand {
    Optional<Said> of(Viewer viewer);

    /** @param sentence ends where the link follows */
    record Said(String sentence, Link link) {}
}
