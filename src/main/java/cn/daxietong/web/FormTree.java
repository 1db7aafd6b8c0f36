package cn.daxietong.web;

import cn.daxietong.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A posted form as the nested value that the API would have been sent: {@code facts.goods[0].quantity=3} becomes
 * {@code {"facts":{"goods":[{"quantity":"3"}]}}}. Empty fields are left out, since unknown is not zero. Also adds and removes rows for
 * browsers without script, by the buttons {@code row-add=facts.goods} and {@code row-remove=facts.goods[1]}.
 */
public final class FormTree {
    public static final String ADD = "row-add";
    public static final String REMOVE = "row-remove";

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    /** Stands in an empty row; it holds nothing, so it is never sent on. */
    private static final String EMPTY = "x";

    private static final int DEEPEST = 6;
    private static final int MOST_ROWS = 500;

    private final Map<String, Object> root = new LinkedHashMap<>();

    private FormTree() {}

    /** Reads the fields whose names are paths; others, such as the token and the buttons, are passed over. */
    public static FormTree of(Map<String, String[]> parameters) {
        var tree = new FormTree();
        parameters.forEach((name, values) -> {
            var path = path(name);
            if (path != null) {
                tree.put(path, values);
            }
        });
        var add = parameters.get(ADD);
        if (add != null && add.length == 1 && path(add[0]) instanceof List<Object> path) {
            tree.rows(path, true).add(new LinkedHashMap<String, Object>());
        }
        var remove = parameters.get(REMOVE);
        if (remove != null && remove.length == 1 && path(remove[0]) instanceof List<Object> path) {
            tree.remove(path);
        }
        return tree;
    }

    /** Whether only a row was asked for, so that the form is to be shown again and nothing done. */
    public static boolean editsRows(Map<String, String[]> parameters) {
        return parameters.containsKey(ADD) || parameters.containsKey(REMOVE);
    }

    /** The nested value; empty rows are left out, as nobody meant them. */
    public Map<String, Object> values() {
        return pruned(root);
    }

    /** As it would be posted once more: rows added and removed, every row with at least one field so that empty ones are not lost. */
    public Map<String, String[]> parameters() {
        var parameters = new LinkedHashMap<String, String[]>();
        flatten("", root, parameters);
        return parameters;
    }

    private static void flatten(String path, Object value, Map<String, String[]> into) {
        switch (value) {
            case Map<?, ?> map
            when map.isEmpty() && path.endsWith("]") -> into.put(path + "." + EMPTY, new String[] {""});
            case Map<?, ?> map ->
                map.forEach(
                        (key, inner) -> flatten(path.isEmpty() ? String.valueOf(key) : path + "." + key, inner, into));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    flatten(path + "[" + i + "]", list.get(i), into);
                }
            }
            default -> into.put(path, new String[] {String.valueOf(value)});
        }
    }

    /** What a field holds, for showing the form again; empty where it holds nothing. */
    public String text(String name) {
        var path = path(name);
        return path != null && find(path) instanceof String text ? text : "";
    }

    /** How many rows to draw, empty ones included. */
    public int count(String name) {
        var path = path(name);
        return path != null && find(path) instanceof List<?> rows ? rows.size() : 0;
    }

    private void put(List<Object> path, String[] values) {
        var last = path.getLast();
        var parent = path.size() == 1 ? root : container(path.subList(0, path.size() - 1), last instanceof Integer);
        if (last instanceof String key && parent instanceof Map<?, ?>) {
            @SuppressWarnings("unchecked")
            var map = (Map<String, Object>) parent;
            map.putIfAbsent(key, values.length == 1 ? values[0].strip() : List.of(values));
        } else if (last instanceof Integer index && parent instanceof List<?>) {
            @SuppressWarnings("unchecked")
            var list = (List<Object>) parent;
            fill(list, index, "");
            list.set(index, values[0].strip());
        }
    }

    /** The map or list at this path, made where it is missing. */
    private Object container(List<Object> path, boolean list) {
        Object at = root;
        for (int i = 0; i < path.size(); i++) {
            var wantsList = i + 1 < path.size() ? path.get(i + 1) instanceof Integer : list;
            at = step(at, path.get(i), wantsList);
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    private static Object step(Object at, Object key, boolean list) {
        if (key instanceof String name && at instanceof Map<?, ?> map) {
            return ((Map<String, Object>) map).computeIfAbsent(name, k -> fresh(list));
        }
        if (key instanceof Integer index && at instanceof List<?> rows) {
            fill((List<Object>) rows, index, null);
            var present = rows.get(index);
            if (present == null) {
                present = fresh(list);
                ((List<Object>) rows).set(index, present);
            }
            return present;
        }
        throw malformed();
    }

    private static Object fresh(boolean list) {
        return list ? new ArrayList<Object>() : new LinkedHashMap<String, Object>();
    }

    private static void fill(List<Object> rows, int index, @Nullable Object with) {
        while (rows.size() <= index) {
            rows.add(with == null ? new LinkedHashMap<String, Object>() : with);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object> rows(List<Object> path, boolean make) {
        var found = find(path);
        if (found instanceof List<?> rows) {
            if (rows.size() >= MOST_ROWS) {
                throw malformed();
            }
            return (List<Object>) rows;
        }
        if (found != null || !make || !(path.getLast() instanceof String key)) {
            throw malformed();
        }
        var parent = path.size() == 1 ? root : container(path.subList(0, path.size() - 1), false);
        if (!(parent instanceof Map<?, ?> map)) {
            throw malformed();
        }
        var rows = new ArrayList<Object>();
        ((Map<String, Object>) map).put(key, rows);
        return rows;
    }

    private void remove(List<Object> path) {
        if (path.getLast() instanceof Integer index
                && find(path.subList(0, path.size() - 1)) instanceof List<?> rows
                && index < rows.size()) {
            rows.remove(index.intValue());
        }
    }

    private @Nullable Object find(List<Object> path) {
        Object at = root;
        for (var key : path) {
            if (key instanceof String name && at instanceof Map<?, ?> map) {
                at = map.get(name);
            } else if (key instanceof Integer index && at instanceof List<?> rows && index < rows.size()) {
                at = rows.get(index);
            } else {
                return null;
            }
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    private static Map<String, Object> pruned(Map<?, ?> map) {
        var kept = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            var pruned = prunedValue(value);
            if (pruned != null) {
                kept.put(String.valueOf(key), pruned);
            }
        });
        return kept;
    }

    private static @Nullable Object prunedValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.isEmpty() ? null : text;
            case Map<?, ?> map -> {
                var inner = pruned(map);
                yield inner.isEmpty() ? null : inner;
            }
            case List<?> list -> {
                var inner = new ArrayList<Object>();
                for (var element : list) {
                    var kept = prunedValue(element);
                    if (kept != null) {
                        inner.add(kept);
                    }
                }
                yield inner.isEmpty() ? null : inner;
            }
            default -> value;
        };
    }

    /** Names and indexes, or null where the name is no path. */
    private static @Nullable List<Object> path(String name) {
        if (name.length() > 200) {
            return null;
        }
        var path = new ArrayList<Object>();
        for (var part : name.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            var key = bracket < 0 ? part : part.substring(0, bracket);
            if (!NAME.matcher(key).matches()) {
                return null;
            }
            path.add(key);
            if (bracket >= 0) {
                var index = part.substring(bracket);
                if (!index.matches("\\[\\d{1,3}]")) {
                    return null;
                }
                int row = Integer.parseInt(index.substring(1, index.length() - 1));
                if (row >= MOST_ROWS) {
                    return null;
                }
                path.add(row);
            }
        }
        return path.size() > DEEPEST ? null : path;
    }

    private static Refusal malformed() {
        return new Refusal(Refusal.Kind.MALFORMED, "malformed", "请求格式不对", "表单的行不合要求，请返回上一页重新操作。");
    }
}
