package cn.daxietong.ledger;

import cn.daxietong.shared.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares what people read, the snapshots and the contents of documents, with what the entries come to: a chain that is whole proves nothing
 * about rows beside it.
 */
final class Standing {
    private final JdbcClient db;
    private final Consumer<String> fault;

    Standing(JdbcClient db, Consumer<String> fault) {
        this.db = db;
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

    /**
     * The contents of the documents of these matters against the digests in their snapshots, which have been compared already. Returns how many
     * bytes that were.
     */
    long documents(List<Stretch.Matter> matters) {
        var digests = new HashMap<UUID, String>();
        matters.forEach(matter -> digests(matter, digests));
        var contents = db.sql("select id, content::text from document.issued where matter = any(?)")
                .param(matters.stream().map(Stretch.Matter::id).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
        for (var content : contents) {
            var expected = digests.remove(content.getKey());
            if (expected == null) {
                fault.accept("公文 " + content.getKey() + " 在账本中没有记录：公文不是办理产生的");
            } else if (!expected.equals(digest(content.getValue()))) {
                fault.accept("公文 " + content.getKey() + " 的正文与账本中的摘要不符：正文被改动");
            }
        }
        digests.keySet().forEach(lost -> fault.accept("公文 " + lost + " 的正文已不在库中：正文被删除"));
        return contents.stream().mapToLong(c -> c.getValue().length).sum();
    }

    private static void digests(Stretch.Matter matter, Map<UUID, String> digests) {
        try {
            new Members(matter.snapshot(), 0, (name, from, to) -> {
                if (name.equals("documents")) {
                    Json.MAPPER
                            .readTree(matter.snapshot(), from, to - from)
                            .forEach(d -> digests.put(
                                    UUID.fromString(d.path("id").asString()),
                                    d.path("digest").asString()));
                }
            });
        } catch (IndexOutOfBoundsException | IllegalArgumentException | JacksonException e) {
            // A snapshot that cannot be read any more has been named; its documents then are named as well.
        }
    }

    private static String digest(byte[] content) {
        try {
            var canonical = CanonicalJson.write(Json.MAPPER.readTree(content));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
