package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.jdk.StringSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Text of several lines, where people write whom they met and what they were told: kept under the matter's key like the identifiers themselves
 * (个人信息保护法 第五十一条), as {@code {"sealed": "…"}}. A plain string is of before and is read as it is.
 */
final class FreeText {
    private static final String SEALED = "sealed";
    private static final String DESTROYED = "（已到保管期限，内容已销毁）";

    private FreeText() {}

    /** @param key the attribute under which a {@link MatterKey} is handed over */
    static SimpleModule module(String key) {
        return new SimpleModule("sealed free text")
                .addSerializer(String.class, new Plain(key))
                .addDeserializer(String.class, new PlainReader(key));
    }

    private static boolean isFree(@Nullable BeanProperty property) {
        var title = property == null ? null : property.getAnnotation(Title.class);
        return title != null && title.multiline();
    }

    /** Every other string stays as it is. */
    private static final class Plain extends StdSerializer<String> {
        private final String key;

        Plain(String key) {
            super(String.class);
            this.key = key;
        }

        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
            return isFree(property) ? new Sealing(key) : new StringSerializer();
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializationContext context) {
            json.writeString(value);
        }
    }

    private static final class Sealing extends StdSerializer<String> {
        private final String key;

        Sealing(String key) {
            super(String.class);
            this.key = key;
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializationContext context) {
            var matterKey = (MatterKey) Objects.requireNonNull(context.getAttribute(key));
            json.writeStartObject();
            json.writeStringProperty(SEALED, matterKey.seal(value));
            json.writeEndObject();
        }
    }

    private static final class PlainReader extends StdDeserializer<String> {
        private final String key;

        PlainReader(String key) {
            super(String.class);
            this.key = key;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return isFree(property) ? new Opening(key) : StringDeserializer.instance;
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            return StringDeserializer.instance.deserialize(json, context);
        }
    }

    private static final class Opening extends StdDeserializer<String> {
        private final String key;

        Opening(String key) {
            super(String.class);
            this.key = key;
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                return StringDeserializer.instance.deserialize(json, context);
            }
            json.nextToken();
            json.nextToken();
            var sealed = json.getString();
            json.nextToken();
            var matterKey = (MatterKey) Objects.requireNonNull(context.getAttribute(key));
            return matterKey.open(sealed).orElse(DESTROYED);
        }
    }
}
