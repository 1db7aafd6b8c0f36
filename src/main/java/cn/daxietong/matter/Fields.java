package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The description of an action's fields, read off its record. */
public final class Fields {
    private static final Map<Class<?>, List<Field>> KNOWN = new ConcurrentHashMap<>();

    private Fields() {}

    public static List<Field> of(Class<?> record) {
        var known = KNOWN.get(record);
        if (known == null) {
            known = Arrays.stream(record.getRecordComponents())
                    .map(Fields::describe)
                    .toList();
            KNOWN.put(record, known);
        }
        return known;
    }

    private static Field describe(RecordComponent component) {
        var title = title(component);
        var type = component.getGenericType();
        var element = element(type);
        var raw = element == null ? component.getType() : element;
        var nested = raw.isRecord() && !isLeaf(raw) ? of(raw) : List.<Field>of();
        return new Field(
                Names.snake(component.getName()),
                title == null ? Names.snake(component.getName()) : title.value(),
                typeName(component.getType(), element, title != null && title.multiline()),
                required(component),
                title == null || title.help().isEmpty() ? null : title.help(),
                title == null || title.example().isEmpty() ? null : title.example(),
                picks(title, raw),
                title != null && title.unknown(),
                options(raw).stream()
                        .filter(o -> title == null || !List.of(title.without()).contains(o.value()))
                        .toList(),
                nested);
    }

    /** What people call the field at a path such as {@code facts.goods[1].quantity}: 案件事实、涉案货物第2项、数量. */
    static String titleAt(String path, List<Field> fields) {
        var words = new ArrayList<String>();
        var level = fields;
        for (var part : path.split("\\.")) {
            var bracket = part.indexOf('[');
            var name = bracket < 0 ? part : part.substring(0, bracket);
            var field = level.stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                break;
            }
            var row = bracket < 0 ? "" : part.substring(bracket + 1, part.length() - 1);
            words.add(field.title() + (row.matches("\\d{1,4}") ? "第" + (Integer.parseInt(row) + 1) + "项" : ""));
            level = field.fields();
        }
        return words.isEmpty()
                ? ""
                : words.size() > 2 ? String.join("、", words.subList(words.size() - 2, words.size())) : words.getLast();
    }

    /** Sorts paths as the form shows their fields; what is not among them comes last. */
    static String place(String path, List<Field> fields) {
        var place = new StringBuilder();
        var level = fields;
        for (var part : path.split("\\.")) {
            var bracket = part.indexOf('[');
            var name = bracket < 0 ? part : part.substring(0, bracket);
            var names = level.stream().map(Field::name).toList();
            var at = names.indexOf(name);
            var row = bracket < 0 ? "0" : part.substring(bracket + 1, part.length() - 1);
            place.append("%03d.%8s.".formatted(at < 0 ? 999 : at, row));
            level = at < 0 ? List.of() : level.get(at).fields();
        }
        return place.toString();
    }

    /** The attachments that an action names anywhere in its fields. */
    static List<UUID> attachments(Record action) {
        var found = new ArrayList<UUID>();
        for (var component : action.getClass().getRecordComponents()) {
            var value = value(component, action);
            if (value instanceof Record nested && !isLeaf(nested.getClass())) {
                found.addAll(attachments(nested));
            } else if (value instanceof List<?> rows) {
                rows.stream()
                        .filter(Record.class::isInstance)
                        .map(Record.class::cast)
                        .filter(r -> !isLeaf(r.getClass()))
                        .forEach(r -> found.addAll(attachments(r)));
            } else if (value instanceof UUID id && "attachments".equals(picks(title(component), UUID.class))) {
                found.add(id);
            }
        }
        return found;
    }

    /** The persons whom an action names, by the field, or its place in a list, that names them. */
    static Map<String, AccountId> accounts(Record action) {
        var found = new LinkedHashMap<String, AccountId>();
        for (var part : action.getClass().getRecordComponents()) {
            if (part.getType() != AccountId.class && element(part.getGenericType()) != AccountId.class) {
                continue;
            }
            var name = Names.snake(part.getName());
            if (value(part, action) instanceof AccountId one) {
                found.put(name, one);
            } else if (value(part, action) instanceof List<?> all) {
                for (int i = 0; i < all.size(); i++) {
                    found.put(name + "[" + i + "]", (AccountId) all.get(i));
                }
            }
        }
        return found;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String picks(@Nullable Title title, Class<?> raw) {
        if (title != null && !title.picks().isEmpty()) {
            return title.picks();
        }
        return raw == UnitId.class ? "unit" : raw == AccountId.class ? "accounts" : null;
    }

    /** What a list holds; null where the type is no list. */
    static @Nullable Class<?> element(Type type) {
        return type instanceof ParameterizedType p
                        && p.getRawType() == List.class
                        && p.getActualTypeArguments()[0] instanceof Class<?> c
                ? c
                : null;
    }

    /** Values that are one text or number in JSON, although some are records in Java. */
    static boolean isLeaf(Class<?> type) {
        return type == UnitId.class || type == AccountId.class || type == Personal.class;
    }

    private static String typeName(Class<?> type, @Nullable Class<?> element, boolean multiline) {
        if (element != null) {
            return element.isRecord() && !isLeaf(element) ? "list" : "texts";
        }
        if (type.isRecord() && !isLeaf(type)) {
            return "group";
        }
        if (type.isEnum()) {
            return "choice";
        }
        if (type == UnitId.class) {
            return "unit";
        }
        if (type == BigDecimal.class) {
            return "number";
        }
        if (type == Integer.class || type == Long.class || type == int.class) {
            return "integer";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Instant.class) {
            return "datetime";
        }
        return multiline ? "long_text" : "text";
    }

    static boolean required(RecordComponent component) {
        return component.getType().isPrimitive()
                || has(component, NotNull.class)
                || has(component, NotBlank.class)
                || has(component, NotEmpty.class);
    }

    private static boolean has(RecordComponent component, Class<? extends java.lang.annotation.Annotation> annotation) {
        return component.isAnnotationPresent(annotation)
                || component.getAccessor().isAnnotationPresent(annotation)
                || fieldOf(component).isAnnotationPresent(annotation);
    }

    private static AnnotatedElement fieldOf(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Title title(RecordComponent component) {
        return component.getAnnotation(Title.class);
    }

    /** The values of the choice that a field of the action offers. */
    static List<Enum<?>> constants(Class<?> action, String field) {
        return Arrays.stream(action.getRecordComponents())
                .filter(c ->
                        Names.snake(c.getName()).equals(field) && c.getType().isEnum())
                .flatMap(c -> Arrays.stream(c.getType().getEnumConstants()))
                .<Enum<?>>map(Enum.class::cast)
                .toList();
    }

    private static List<Field.Option> options(Class<?> type) {
        if (!type.isEnum()) {
            return List.of();
        }
        return Arrays.stream(type.getEnumConstants())
                .map(Enum.class::cast)
                .map(e -> new Field.Option(e.name().toLowerCase(Locale.ROOT), titleOf(e)))
                .toList();
    }

    /** The Chinese of a choice, from its {@link Title}. */
    public static String titleOf(Enum<?> choice) {
        if (choice instanceof Status status) {
            return status.title();
        }
        try {
            var title = choice.getDeclaringClass().getField(choice.name()).getAnnotation(Title.class);
            return title == null
                    ? String.valueOf(
                            choice.getDeclaringClass().getMethod("title").invoke(choice))
                    : title.value();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
