package cn.daxietong.matter;

import cn.daxietong.ledger.CanonicalJson;
import cn.daxietong.shared.UnitId;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** A matter as the database and the ledger hold it: canonical JSON, personal values sealed. */
final class MatterJson {
    private static final String KEY = "matter-key";
    private static final Set<String> ALWAYS_CHANGES = Set.of("version", "updated_at");
    private static final JsonMapper MAPPER = CanonicalJson.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule("sealed personal values")
                    .addSerializer(new Seal())
                    .addDeserializer(Personal.class, new Open()))
            .addModule(FreeText.module(KEY))
            .build();

    private MatterJson() {}

    static String write(Object value, MatterKey key) {
        return MAPPER.writer().withAttribute(KEY, key).writeValueAsString(value);
    }

    static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    static <S> Matter<S> read(String json, Class<S> stateType, MatterKey key) {
        var type = MAPPER.getTypeFactory().constructParametricType(Matter.class, stateType);
        return MAPPER.readerFor(type).withAttribute(KEY, key).readValue(json);
    }

    static <A> A readValue(JsonNode json, Class<A> type, MatterKey key) {
        return MAPPER.readerFor(type).withAttribute(KEY, key).readValue(json);
    }

    /** The same state with one unit wherever the other is named as a unit; texts that mention it stay as they were written. */
    static <S> S succeeding(S state, Class<S> type, UnitId from, UnitId into) {
        var mapper = CanonicalJson.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule("succession").addSerializer(new Succeeding(from, into)))
                .build();
        return mapper.readValue(mapper.writeValueAsString(state), type);
    }

    /** What an entry says was set: the changed parts of the matter, and within the state the changed components. */
    static ObjectNode changes(@Nullable JsonNode before, JsonNode after) {
        var set = JsonNodeFactory.instance.objectNode();
        for (var name : names(before, after)) {
            if (!ALWAYS_CHANGES.contains(name)) {
                change(set, name, before, after);
            }
        }
        return set;
    }

    private static ObjectNode stateChanges(JsonNode before, JsonNode after) {
        var set = JsonNodeFactory.instance.objectNode();
        names(before, after).forEach(name -> change(set, name, before, after));
        return set;
    }

    private static void change(ObjectNode set, String name, @Nullable JsonNode before, JsonNode after) {
        var was = before == null ? null : before.get(name);
        var is = after.get(name);
        if (Objects.equals(was, is)) {
            return;
        }
        if (name.equals("state") && was != null && is != null) {
            set.set("state", stateChanges(was, is));
        } else {
            set.set(name, is == null ? JsonNodeFactory.instance.nullNode() : is);
        }
    }

    private static Set<String> names(@Nullable JsonNode before, JsonNode after) {
        var names = new HashSet<>(after.propertyNames());
        if (before != null) {
            names.addAll(before.propertyNames());
        }
        return names;
    }

    static String write(JsonNode tree) {
        return MAPPER.writeValueAsString(tree);
    }

    private static final class Succeeding extends StdSerializer<UnitId> {
        private final UnitId from;
        private final UnitId into;

        Succeeding(UnitId from, UnitId into) {
            super(UnitId.class);
            this.from = from;
            this.into = into;
        }

        @Override
        public void serialize(UnitId value, JsonGenerator json, SerializationContext context) {
            json.writeString((value.equals(from) ? into : value).value());
        }
    }

    private static final class Seal extends StdSerializer<Personal> {
        Seal() {
            super(Personal.class);
        }

        @Override
        public void serialize(Personal value, JsonGenerator json, SerializationContext context) {
            var key = (MatterKey) Objects.requireNonNull(context.getAttribute(KEY));
            json.writeString(key.seal(value.value()));
        }
    }

    private static final class Open extends StdDeserializer<Personal> {
        Open() {
            super(Personal.class);
        }

        @Override
        public Personal deserialize(JsonParser json, DeserializationContext context) {
            var key = (MatterKey) Objects.requireNonNull(context.getAttribute(KEY));
            return key.open(json.getString()).map(Personal::new).orElse(Personal.DESTROYED);
        }
    }
}
