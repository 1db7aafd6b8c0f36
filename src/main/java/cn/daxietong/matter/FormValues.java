package cn.daxietong.matter;

import cn.daxietong.shared.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Between what a form posts and what an action is read from. */
final class FormValues {
    /** Checked where it is known that there is nothing to list; unknown is not none. */
    static final String NONE = "_none.";

    private FormValues() {}

    /** The fields as the API would have been sent them; a box of lines becomes a list. */
    static JsonNode json(Map<String, Object> values, List<Field> fields, Map<String, String[]> parameters) {
        var typed = lists(values, fields);
        for (var name : parameters.keySet()) {
            if (name.startsWith(NONE)) {
                empty(typed, name.substring(NONE.length()).split("\\."), 0);
            }
        }
        return Json.MAPPER.valueToTree(typed);
    }

    private static void empty(Map<String, Object> at, String[] path, int depth) {
        if (depth == path.length - 1) {
            at.putIfAbsent(path[depth], List.of());
        } else if (at.computeIfAbsent(path[depth], k -> new LinkedHashMap<String, Object>()) instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked")
            var inner = (Map<String, Object>) map;
            empty(inner, path, depth + 1);
        }
    }

    private static Map<String, Object> lists(Map<?, ?> values, List<Field> fields) {
        var typed = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> {
            var name = String.valueOf(key);
            var field = fields.stream().filter(f -> f.name().equals(name)).findFirst();
            typed.put(name, field.isPresent() ? typed(value, field.get()) : value);
        });
        return typed;
    }

    private static Object typed(Object value, Field field) {
        return switch (value) {
            case String text
            when field.type().equals("texts") ->
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
            case Map<?, ?> map -> lists(map, field.fields());
            case List<?> list
            when field.type().equals("list") -> {
                var rows = new ArrayList<Object>();
                list.forEach(row -> rows.add(row instanceof Map<?, ?> map ? lists(map, field.fields()) : row));
                yield rows;
            }
            default -> value;
        };
    }

    /** A value as the parameters that would have posted it, for filling a form in. */
    static Map<String, String[]> parameters(Object value) {
        var parameters = new LinkedHashMap<String, String[]>();
        flatten("", Json.MAPPER.valueToTree(value), parameters);
        return parameters;
    }

    private static void flatten(String path, JsonNode node, Map<String, String[]> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(p -> flatten(path.isEmpty() ? p.getKey() : path + "." + p.getKey(), p.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), into);
            }
        } else if (!node.isNull()) {
            into.put(path, new String[] {node.isNumber() ? node.decimalValue().toPlainString() : node.asString()});
        }
    }
}
