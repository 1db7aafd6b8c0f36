package cn.daxietong.matter;

import cn.daxietong.shared.Figure;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns a form's texts into the numbers and booleans that its fields are; leaves JSON that already is typed, and faults, as they stand. */
final class TypedTree {
    private TypedTree() {}

    static JsonNode of(JsonNode node, List<Field> fields) {
        if (!node.isObject()) {
            return node;
        }
        var typed = JsonNodeFactory.instance.objectNode();
        for (var property : node.properties()) {
            var field = fields.stream()
                    .filter(f -> f.name().equals(property.getKey()))
                    .findFirst();
            var value = property.getValue();
            if (field.isPresent() && value.isString() && value.stringValue().isBlank()) {
                continue;
            }
            typed.set(property.getKey(), field.map(f -> of(value, f)).orElse(value));
        }
        return typed;
    }

    private static JsonNode of(JsonNode value, Field field) {
        if (field.type().equals("list") && value.isArray()) {
            var rows = JsonNodeFactory.instance.arrayNode();
            value.forEach(row -> rows.add(of(row, field.fields())));
            return rows;
        }
        if (field.type().equals("group")) {
            return of(value, field.fields());
        }
        if (!value.isString()) {
            return value;
        }
        var text = value.stringValue().strip();
        return switch (field.type()) {
            case "number", "integer" -> number(text, value);
            case "boolean" ->
                switch (text) {
                    case "true", "on", "是" -> JsonNodeFactory.instance.booleanNode(true);
                    case "false", "off", "否" -> JsonNodeFactory.instance.booleanNode(false);
                    default -> value;
                };
            default -> value;
        };
    }

    private static JsonNode number(String text, JsonNode asTyped) {
        try {
            return JsonNodeFactory.instance.numberNode(
                    Figure.typed(text.replace(",", "").replace("，", "")));
        } catch (NumberFormatException e) {
            return asTyped;
        }
    }
}
