package cn.daxietong.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.shared.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Laying the bytes of entries over one another comes to what replaying their values comes to. */
class OverlayProperties {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of("clocks", "number", "state", "title", "案由", "a_b", "ab");
    private static final List<String> TEXTS = List.of("", "鹿寨县𠮷", "}{][,:", "\"引号\" \\ \\\\\" \n\t", "null");

    @Property(tries = 400)
    void laid_bytes_are_the_replayed_values(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var overlay = new Overlay();
        var replayed = JSON.objectNode();

        for (int entry = 0; entry <= random.nextInt(6); entry++) {
            var body = JSON.objectNode();
            body.set("action", value(random, 1));
            body.set("fields", value(random, 3));
            body.set("set", members(random, 3, true));
            var written = CanonicalJson.write(body);
            overlay.lay(written.getBytes(StandardCharsets.UTF_8));
            replayed = Snapshot.replay(replayed, Json.MAPPER.readTree(written).path("set"));
        }

        assertThat(new String(overlay.text(), StandardCharsets.UTF_8)).isEqualTo(CanonicalJson.write(replayed));
    }

    private static ObjectNode members(SplittableRandom random, int depth, boolean removes) {
        var object = JSON.objectNode();
        for (int i = random.nextInt(NAMES.size()); i > 0; i--) {
            var name = NAMES.get(random.nextInt(NAMES.size()));
            var whole = name.equals("state") && random.nextInt(3) > 0;
            object.set(
                    name,
                    removes && random.nextInt(5) == 0
                            ? JSON.nullNode()
                            : whole ? members(random, depth - 1, removes) : value(random, depth - 1));
        }
        return object;
    }

    private static JsonNode value(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> JSON.stringNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 1 -> JSON.numberNode(random.nextInt(-5, 100_000));
            case 2 -> JSON.numberNode(new java.math.BigDecimal("12.50"));
            case 3 -> JSON.booleanNode(random.nextBoolean());
            case 4 -> JSON.stringNode("文".repeat(random.nextInt(9)));
            case 5 -> members(random, depth, false);
            default -> {
                var array = JSON.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(random, depth - 1));
                }
                yield array;
            }
        };
    }
}
