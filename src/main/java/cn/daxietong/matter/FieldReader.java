package cn.daxietong.matter;

import cn.daxietong.law.Facts;
import cn.daxietong.law.FactsReading;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Figure;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Text;
import cn.daxietong.shared.UnitId;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** From what was typed or sent to an action, naming every fault at once and never the first one only. */
public final class FieldReader {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_NAMED = 200;
    private static final int MOST_ROWS = 2000;
    private static final int LONGEST_PERSONAL = 100;

    private final Validator validator;
    private final Directory directory;
    private final Clock clock;

    public FieldReader(Validator validator, Directory directory, Clock clock) {
        this.validator = validator;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws Refusal {@code invalid_fields} with all faults */
    public <A> A read(Class<A> type, @Nullable JsonNode fields) {
        var faults = new ArrayList<Fault>();
        var node = fields == null || fields.isNull() ? JsonNodeFactory.instance.objectNode() : fields;
        if (!node.isObject()) {
            throw Refusal.invalid(List.of(new Fault("fields", "type", "fields 应为一组字段名和值")));
        }
        var value = record(type, node, "", faults);
        if (value != null) {
            var named = faults.stream().map(Fault::field).collect(Collectors.toCollection(HashSet::new));
            validator.validate(value).stream()
                    .map(v -> new Fault(
                            path(v.getPropertyPath().toString()),
                            code(v.getConstraintDescriptor().getAnnotation()),
                            message(v)))
                    // A field that could not be read is null by now; that it is missing would be a second, false fault.
                    .filter(fault -> named.stream().noneMatch(n -> within(n, fault.field())))
                    .sorted(Comparator.comparing(Fault::field).thenComparing(Fault::code))
                    .forEach(faults::add);
        }
        if (!faults.isEmpty() || value == null) {
            throw Refusal.invalid(faults);
        }
        return value;
    }

    private static String message(ConstraintViolation<?> violation) {
        var asked = violation.getConstraintDescriptor().getAttributes();
        return switch (code(violation.getConstraintDescriptor().getAnnotation())) {
            case "required" -> "不能为空";
            case "size" ->
                violation.getInvalidValue() instanceof java.util.Collection<?>
                        ? "应为" + asked.get("min") + "至" + asked.get("max") + "项"
                        : "不超过" + asked.get("max") + "字";
            case "min", "decimal_min" -> "应不小于" + asked.get("value");
            case "max", "decimal_max" -> "应不大于" + asked.get("value");
            case "positive" -> "应大于0";
            case "positive_or_zero" -> "不能小于0";
            case "digits" -> "整数部分不超过" + asked.get("integer") + "位，小数不超过" + asked.get("fraction") + "位";
            case "pattern" -> "格式不对";
            default -> violation.getMessage();
        };
    }

    private static boolean within(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + ".") || inner.startsWith(outer + "[");
    }

    private static String code(java.lang.annotation.Annotation constraint) {
        var name = constraint.annotationType().getSimpleName();
        return switch (name) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            default -> Names.snake(name);
        };
    }

    private static String path(String javaPath) {
        // An element that is a bare value is told by its place in the list alone.
        return Arrays.stream(javaPath.replace(".<list element>", "").split("\\."))
                .map(Names::snake)
                .collect(Collectors.joining("."));
    }

    private <T> @Nullable T record(Class<T> type, JsonNode node, String path, List<Fault> faults) {
        var components = type.getRecordComponents();
        var known = Arrays.stream(components).map(c -> Names.snake(c.getName())).collect(Collectors.toSet());
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                faults.add(new Fault(
                        at(path, name),
                        "unknown_field",
                        "没有“" + cut(name) + "”这一项；可填："
                                + String.join("、", known.stream().sorted().toList())));
            }
        }
        var arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            var name = Names.snake(components[i].getName());
            arguments[i] = value(
                    components[i].getGenericType(),
                    components[i].getType(),
                    asked(components[i], node.get(name)),
                    at(path, name),
                    faults);
            if (arguments[i] == null && components[i].getType().isPrimitive()) {
                if (faults.stream().noneMatch(f -> f.field().equals(at(path, name)))) {
                    faults.add(new Fault(at(path, name), "required", "不能为空"));
                }
                arguments[i] = Array.get(Array.newInstance(components[i].getType(), 1), 0);
            }
        }
        return construct(type, components, arguments, path, faults);
    }

    /** A group that must be there is read even where nothing of it came, so that what it lacks is named at once and not in a second round. */
    private static @Nullable JsonNode asked(RecordComponent component, @Nullable JsonNode node) {
        var type = component.getType();
        return (node == null || node.isNull())
                        && type.isRecord()
                        && !Fields.isLeaf(type)
                        && Fields.required(component)
                        && Fields.of(type).stream().anyMatch(Field::required)
                ? JsonNodeFactory.instance.objectNode()
                : node;
    }

    private static String cut(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private @Nullable Object value(
            Type generic, Class<?> type, @Nullable JsonNode node, String path, List<Fault> faults) {
        if (node == null
                || node.isNull()
                || node.isString() && node.stringValue().isBlank()) {
            return Fields.element(generic) != null ? List.of() : null;
        }
        var element = Fields.element(generic);
        if (element != null) {
            return list(element, node, path, faults);
        }
        if (type == Facts.class) {
            return facts(node, path, faults);
        }
        if (type.isRecord() && !Fields.isLeaf(type)) {
            if (node.isString() && named(type, node.stringValue().strip()) instanceof Object value) {
                return value;
            }
            if (!node.isObject()) {
                faults.add(new Fault(path, "type", "应为一组字段"));
                return null;
            }
            return record(type, node, path, faults);
        }
        return leaf(type, node, path, faults);
    }

    /** A record that can be told by its bare name says so by a static {@code named}. */
    private static @Nullable Object named(Class<?> type, String name) {
        try {
            return name.length() > MOST_NAMED || Text.hasBadCharacters(name)
                    ? null
                    : type.getMethod("named", String.class).invoke(null, name);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** The law reads facts itself, the same here as for the assessments; a form's texts first become what its fields are. */
    private @Nullable Facts facts(JsonNode node, String path, List<Fault> faults) {
        try {
            return FactsReading.read(TypedTree.of(node, Fields.of(Facts.class)), LocalDate.now(clock), path);
        } catch (Refusal refusal) {
            faults.addAll(refusal.faults());
            return null;
        }
    }

    private List<Object> list(Class<?> element, JsonNode node, String path, List<Fault> faults) {
        var values = new ArrayList<Object>();
        if (!node.isArray()) {
            faults.add(new Fault(path, "type", "应为列表"));
            return values;
        }
        if (node.size() > MOST_ROWS) {
            faults.add(new Fault(path, "too_many", "最多 " + MOST_ROWS + " 行，请分批填报"));
            return values;
        }
        for (int i = 0; i < node.size(); i++) {
            var read = value(element, element, node.get(i), path + "[" + i + "]", faults);
            if (read == null) {
                if (faults.isEmpty()) {
                    faults.add(new Fault(path + "[" + i + "]", "required", "不能为空"));
                }
            } else {
                values.add(read);
            }
        }
        return values;
    }

    private @Nullable Object leaf(Class<?> type, JsonNode node, String path, List<Fault> faults) {
        if (node.isContainer()) {
            faults.add(new Fault(path, "type", expected(type)));
            return null;
        }
        if (node.isString() && Text.hasBadCharacters(node.stringValue())) {
            faults.add(new Fault(path, "bad_character", "含有无法保存的控制字符，请删去后重填"));
            return null;
        }
        if (node.isNumber() && !Figure.isPlain(node.decimalValue())) {
            faults.add(new Fault(path, "type", "数字太长，请核对后重填"));
            return null;
        }
        try {
            if (type == Instant.class) {
                // As fine as the database keeps it, or the rows would not be what the ledger comes to.
                return instant(node.asString().strip()).truncatedTo(ChronoUnit.MILLIS);
            }
            if (type == String.class) {
                return node.asString().strip();
            }
            if (type == Personal.class) {
                return personal(node.asString().strip(), path, faults);
            }
            if (type == Boolean.class && node.isString()) {
                return switch (node.stringValue().strip()) {
                    case "true", "on", "是", "1" -> true;
                    case "false", "off", "否", "0" -> false;
                    default -> throw new DateTimeException("not a boolean");
                };
            }
            if (Number.class.isAssignableFrom(type) && node.isString()) {
                var text = node.stringValue().strip().replace(",", "");
                Figure.typed(text);
                return Json.MAPPER.readValue(text, type);
            }
            var value = Json.MAPPER.treeToValue(node, type);
            if (value instanceof UnitId unit && directory.unit(unit).isEmpty()) {
                faults.add(new Fault(path, "unknown_unit", "没有代码为“" + cut(unit.value()) + "”的单位"));
                return null;
            }
            return value;
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            faults.add(new Fault(path, "type", expected(type)));
            return null;
        }
    }

    private static @Nullable Personal personal(String text, String path, List<Fault> faults) {
        if (text.codePointCount(0, text.length()) > LONGEST_PERSONAL) {
            faults.add(new Fault(path, "size", "不超过" + LONGEST_PERSONAL + "字"));
            return null;
        }
        return new Personal(text);
    }

    /** A time with its offset; one without is 北京时间, as a form's own picker sends it. */
    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text.replace(' ', 'T')).atZone(ZONE).toInstant();
        }
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            var options = Arrays.stream(type.getEnumConstants())
                    .map(Enum.class::cast)
                    .map(e -> e.name().toLowerCase(java.util.Locale.ROOT) + "（" + Fields.titleOf(e) + "）")
                    .collect(Collectors.joining("、"));
            return "只能填：" + options;
        }
        if (Number.class.isAssignableFrom(type)) {
            return "应为数字，如 1200 或 3.5";
        }
        if (type == Boolean.class) {
            return "应为“是”或“否”（true、false）";
        }
        if (type == java.time.LocalDate.class) {
            return "应为日期，如 2026-09-30";
        }
        if (type == Instant.class) {
            return "应为时间，如 2026-09-30T16:30+08:00";
        }
        return "格式不对，应为文字";
    }

    private static <T> @Nullable T construct(
            Class<T> type,
            RecordComponent[] components,
            @Nullable Object[] arguments,
            String path,
            List<Fault> faults) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException bad) {
                faults.add(new Fault(path, "invalid", String.valueOf(bad.getMessage())));
                return null;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
