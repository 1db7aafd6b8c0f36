package cn.daxietong.ledger;

import cn.daxietong.shared.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares what people read, the snapshots, with what the entries come to: a chain that is whole proves nothing about rows beside it. What is
 * derived from the snapshots in turn, {@link DerivedRows} compares.
 */
final class Standing {
    private final Consumer<String> fault;

    Standing(Consumer<String> fault) {
        this.fault = fault;
    }

    /** @param stream its entries in order */
    void compare(Stretch.Matter matter, List<EntryRow> stream) {
        if (!Arrays.equals(laid(stream), matter.snapshot())) {
            replayed(stream).ifPresent(replayed -> compareValues(matter, replayed));
        }
    }

    /** The bytes that the entries come to; none where one of them is no JSON any more. */
    private static byte[] laid(List<EntryRow> stream) {
        try {
            var overlay = new Overlay();
            stream.forEach(entry -> overlay.lay(entry.body()));
            var last = stream.getLast();
            overlay.put("version", Integer.toString(last.version()));
            overlay.put("updated_at", '"' + last.at().toString() + '"');
            return overlay.text();
        } catch (IndexOutOfBoundsException e) {
            return new byte[0];
        }
    }

    private Optional<ObjectNode> replayed(List<EntryRow> stream) {
        var after = JsonNodeFactory.instance.objectNode();
        for (var entry : stream) {
            try {
                after = Snapshot.replay(
                        after, Json.MAPPER.readTree(entry.body()).path("set"));
            } catch (JacksonException e) {
                fault.accept(entry.name() + "已不是可读的记录：记录被改动");
                return Optional.empty();
            }
        }
        after.put("version", stream.getLast().version());
        after.put("updated_at", stream.getLast().at().toString());
        return Optional.of(after);
    }

    private void compareValues(Stretch.Matter matter, ObjectNode replayed) {
        try {
            var stored = Json.MAPPER.readTree(matter.snapshot());
            if (!stored.equals(replayed) && !CanonicalJson.write(stored).equals(CanonicalJson.write(replayed))) {
                fault.accept("事项 " + matter.id() + " 现在显示的内容与账本记录不符，不符之处："
                        + String.join("、", differing(stored, replayed)) + "。现状被改动");
            }
        } catch (JacksonException e) {
            fault.accept("事项 " + matter.id() + " 现在显示的内容已不可读：现状被改动");
        }
    }

    private static List<String> differing(JsonNode stored, JsonNode replayed) {
        var names = new TreeSet<>(replayed.propertyNames());
        names.addAll(stored.propertyNames());
        var differing = new ArrayList<String>();
        for (var name : names) {
            var is = stored.get(name);
            var should = replayed.get(name);
            if (Objects.equals(is, should)) {
                continue;
            }
            if (name.equals("state") && is != null && should != null) {
                differing(is, should).forEach(inner -> differing.add("state." + inner));
            } else {
                differing.add(name);
            }
        }
        return differing;
    }
}
