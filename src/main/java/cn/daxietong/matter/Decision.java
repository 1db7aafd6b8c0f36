package cn.daxietong.matter;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one accepted step comes to: the matter after it, and what follows elsewhere. */
record Decision<S>(
        Matter<S> before,
        Matter<S> after,
        List<Notice> notices,
        List<Opening> openings,
        List<Signal> signals,
        List<Issued> issued) {

    /** A line on a unit's notices. */
    record Notice(UnitId unit, @Nullable Post post, String text) {}

    /** A matter that begins because of this step. */
    record Opening(String kind, UUID id, Action action, Link back) {}

    /**
     * A linked matter that is let know.
     *
     * @param demanded whether the step stands only if the matter takes it
     * @param beyond whether what is about that matter is let know too
     */
    record Signal(UUID matter, Action action, boolean demanded, boolean beyond) {
        Signal(UUID matter, Action action, boolean demanded) {
            this(matter, action, demanded, false);
        }
    }

    /** A document and what it says. */
    record Issued(IssuedDocument document, OfficialDocument content) {}
}
