package cn.daxietong.ledger;

import cn.daxietong.shared.Json;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON with one possible spelling per value (RFC 8785), so that equal content has equal bytes and so an equal hash. */
public final class CanonicalJson {
    private static final JsonMapper MAPPER = mapper();

    private CanonicalJson() {}

    /** A mapper with the platform's names and the canonical spelling; storage adds its own types to it. */
    public static JsonMapper.Builder builder() {
        return Json.builder()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(tools.jackson.databind.cfg.JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                .addModule(new SimpleModule("canonical numbers").addSerializer(new PlainNumber()));
    }

    private static JsonMapper mapper() {
        return builder().build();
    }

    /** The canonical spelling of a tree. */
    public static String write(JsonNode tree) {
        return MAPPER.writeValueAsString(normalised(tree));
    }

    private static JsonNode normalised(JsonNode node) {
        if (node.isBigDecimal()) {
            return JsonNodeFactory.instance.numberNode(plain(node.decimalValue()));
        }
        if (node.isArray()) {
            var copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(child -> copy.add(normalised(child)));
            return copy;
        }
        if (node.isObject()) {
            var copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(property -> copy.set(property.getKey(), normalised(property.getValue())));
            return copy;
        }
        return node;
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static final class PlainNumber extends StdSerializer<BigDecimal> {
        PlainNumber() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(plain(value));
        }
    }
}
