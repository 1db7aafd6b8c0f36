package cn.daxietong.ledger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the entries of a stream come to when laid over one another; pure, so that whoever checks decides nothing. */
public final class Snapshot {
    private Snapshot() {}

    /** What stands after an entry: what stood before with the entry's changes laid over it. */
    public static ObjectNode replay(@Nullable ObjectNode before, JsonNode set) {
        var after = before == null ? JsonNodeFactory.instance.objectNode() : before.deepCopy();
        for (var property : set.properties()) {
            var name = property.getKey();
            if (property.getValue().isNull()) {
                after.remove(name);
            } else if (name.equals("state") && after.get("state") instanceof ObjectNode state) {
                after.set("state", replay(state, property.getValue()));
            } else {
                after.set(name, property.getValue());
            }
        }
        return after;
    }
}
