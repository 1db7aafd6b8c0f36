package cn.daxietong.bag;

import cn.daxietong.ledger.Entry;
import cn.daxietong.shared.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** 保管链: who held which item from when on, read off what each entry set; whatever kind keeps items with a custodian has one. */
final class Custody {
    private static final List<String> LISTS = List.of("exhibits", "items");

    private Custody() {}

    /** From here on this unit held the item, by this entry. */
    record Link(
            String item,
            String description,
            String custodian,
            Instant at,
            String event,
            UUID matter,
            int entry,
            String hash) {}

    /** The items of a matter as it stands. */
    static List<JsonNode> items(JsonNode data) {
        return LISTS.stream()
                .flatMap(name -> Stream.of(data.path(name)))
                .filter(JsonNode::isArray)
                .flatMap(JsonNode::valueStream)
                .filter(item -> item.has("custodian"))
                .toList();
    }

    /** In the order of the entries, one line wherever the custodian of an item changed. */
    static List<Link> of(List<Entry> entries) {
        Map<String, String> holders = new LinkedHashMap<>();
        var links = new ArrayList<Link>();
        for (var entry : entries) {
            var state = Json.MAPPER.readTree(entry.body()).path("set").path("state");
            for (var item : items(state)) {
                var id = item.path("id").asString("");
                var holder = item.path("custodian").asString("");
                if (!holder.equals(holders.put(entry.stream() + id, holder))) {
                    links.add(new Link(
                            id,
                            item.path("description").asString(""),
                            holder,
                            entry.at(),
                            entry.event(),
                            entry.stream(),
                            entry.version(),
                            HexFormat.of().formatHex(entry.hash())));
                }
            }
        }
        return links;
    }
}
