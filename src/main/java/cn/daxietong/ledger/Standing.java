package cn.daxietong.ledger;

import cn.daxietong.shared.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * about rows beside it. A few hundred matters at a time, each entry parsed once.
 */
final class Standing {
    private static final int TOGETHER = 500;

    private final JdbcClient db;
    private final Consumer<String> fault;

    Standing(JdbcClient db, Consumer<String> fault) {
        this.db = db;
        this.fault = fault;
    }

    private record Kept(UUID id, String text) {}

    private record Piece(UUID stream, int version, String at, String body) {}

    void check() {
        var from = new UUID(0, 0);
        while (true) {
            var kept = db.sql("select id, snapshot from matter.matter where id > ? order by id limit ?")
                    .params(from, TOGETHER)
                    .query((row, n) -> new Kept(row.getObject(1, UUID.class), row.getString(2)))
                    .list();
            if (kept.isEmpty()) {
                return;
            }
            check(kept);
            from = kept.getLast().id();
        }
    }

    private void check(List<Kept> kept) {
        var ids = kept.stream().map(Kept::id).toArray(UUID[]::new);
        var replayed = replayed(ids);
        var digests = new HashMap<UUID, String>();
        for (var matter : kept) {
            var is = replayed.get(matter.id());
            if (is != null) {
                compare(matter, is);
                is.path("documents")
                        .forEach(d -> digests.put(
                                UUID.fromString(d.path("id").asString()),
                                d.path("digest").asString()));
            }
        }
        documents(ids, digests);
    }

    private Map<UUID, ObjectNode> replayed(UUID[] ids) {
        var trees = new HashMap<UUID, ObjectNode>();
        var pieces = db.sql(
                        "select stream, version, at, body from ledger.entry where stream = any(?) order by stream, version")
                .param(ids)
                .query((row, n) -> new Piece(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getTimestamp(3).toInstant().toString(),
                        row.getString(4)))
                .list();
        for (var piece : pieces) {
            try {
                var before = trees.getOrDefault(piece.stream(), JsonNodeFactory.instance.objectNode());
                var after = Snapshot.replay(
                        before, Json.MAPPER.readTree(piece.body()).path("set"));
                after.put("version", piece.version());
                after.put("updated_at", piece.at());
                trees.put(piece.stream(), after);
            } catch (JacksonException e) {
                fault.accept("事项 " + piece.stream() + " 的第 " + piece.version() + " 条已不是可读的记录：记录被改动");
            }
        }
        return trees;
    }

    private void compare(Kept matter, ObjectNode replayed) {
        try {
            var stored = Json.MAPPER.readTree(matter.text());
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

    private void documents(UUID[] matters, Map<UUID, String> digests) {
        var contents = db.sql("select id, content::text from document.issued where matter = any(?)")
                .param(matters)
                .query((row, n) -> new Kept(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        for (var content : contents) {
            var expected = digests.remove(content.id());
            if (expected == null) {
                fault.accept("公文 " + content.id() + " 在账本中没有记录：公文不是办理产生的");
            } else if (!expected.equals(digest(content.text()))) {
                fault.accept("公文 " + content.id() + " 的正文与账本中的摘要不符：正文被改动");
            }
        }
        digests.keySet().forEach(lost -> fault.accept("公文 " + lost + " 的正文已不在库中：正文被删除"));
    }

    private static String digest(String content) {
        try {
            var canonical = CanonicalJson.write(Json.MAPPER.readTree(content));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
