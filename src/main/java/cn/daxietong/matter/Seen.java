package cn.daxietong.matter;

import java.util.List;

/**
 * A matter as one viewer sees it.
 *
 * @param offers what the viewer may do now, locked ones with their reasons
 * @param links the linked matters that the viewer may see too
 * @param clear whether personal values are shown in full: only to units whose part in the matter needs them
 */
public record Seen<S>(MatterKind<S> kind, Matter<S> matter, List<Offer> offers, List<Linked> links, boolean clear) {

    /** A linked matter, as a line. */
    public record Linked(String rel, InboxRow row) {}

    public String statusTitle() {
        return kind.procedure().status(matter.status()).title();
    }

    /** What the kind knows, personal values masked: for what leaves the platform. */
    public tools.jackson.databind.JsonNode data() {
        return MatterView.data(java.util.Objects.requireNonNull(matter.state()), false);
    }

    public boolean closed() {
        return kind.procedure().status(matter.status()).closed();
    }
}
