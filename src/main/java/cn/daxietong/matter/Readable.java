package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows any record by the {@link Title}s of its components; what has no title is the program's own and is left out, as is what is unknown. */
final class Readable {
    private static final int LONG = 60;

    private final Wording words;
    private final Function<String, String> stepTitles;
    private final List<String> order;
    private final boolean clear;

    /** @param order the steps' names as the procedure has them, in which what was said at each is told */
    Readable(Wording words, Function<String, String> stepTitles, List<String> order, boolean clear) {
        this.order = order;
        this.words = words;
        this.stepTitles = stepTitles;
        this.clear = clear;
    }

    /** What a kind knows of a matter, as this viewer may read it. */
    static Shown.Group basics(Wording words, Seen<?> seen) {
        return of(words, seen).of("基本情况", Objects.requireNonNull(seen.matter().state()));
    }

    /** What the action decides on. */
    static <S> Optional<Shown.Group> signed(Wording words, Seen<S> seen, String action) {
        return seen.kind()
                .signs(Objects.requireNonNull(seen.matter().state()), action)
                .map(part -> of(words, seen).of("基本情况", part));
    }

    private static Readable of(Wording words, Seen<?> seen) {
        var kind = seen.kind();
        var order = kind.procedure().steps().stream().map(s -> s.name()).toList();
        return new Readable(words, step -> StepTitles.of(kind, step), order, seen.clear());
    }

    Shown.Group of(String title, Object record) {
        var parts = new ArrayList<Shown>();
        for (var component : record.getClass().getRecordComponents()) {
            var named = component.getAnnotation(Title.class);
            var value = valueOf(component, record);
            if (value != null && component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                // A group that only the code needs: its parts stand beside the others, as they do in JSON.
                parts.addAll(of(title, value).parts());
            } else if (named != null && value != null) {
                part(component.getName(), named, value).ifPresent(parts::add);
            }
        }
        return new Shown.Group(title, parts);
    }

    private Optional<Shown> part(String name, Title named, Object value) {
        var title = plain(named.value());
        if (value instanceof Map<?, ?> map) {
            var lines = map.entrySet().stream()
                    .sorted(Comparator.comparingInt(e -> order.indexOf(String.valueOf(e.getKey()))))
                    .<Shown>map(e ->
                            new Shown.Prose(stepTitles.apply(String.valueOf(e.getKey())), String.valueOf(e.getValue())))
                    .toList();
            return lines.isEmpty() ? Optional.empty() : Optional.of(new Shown.Group(title, lines));
        }
        if (value instanceof Collection<?> all) {
            return many(title, all);
        }
        if (value instanceof Record record && !isValue(value)) {
            var group = of(title, record);
            return group.parts().isEmpty() ? Optional.empty() : Optional.of(group);
        }
        var text = text(name, named, value);
        if (text.isBlank()) {
            return Optional.empty();
        }
        var href = value instanceof UUID && "attachments".equals(named.picks()) ? "/attachments/" + value : null;
        return Optional.of(
                named.multiline() || text.length() > LONG || text.contains("\n")
                        ? new Shown.Prose(title, text)
                        : new Shown.Line(title, text, href));
    }

    private Optional<Shown> many(String title, Collection<?> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        if (all.stream().allMatch(e -> e instanceof Record && !isValue(e))) {
            return Optional.of(grid(title, all));
        }
        var text = all.stream().map(e -> text("", null, e)).collect(Collectors.joining("、"));
        return Optional.of(text.length() > LONG ? new Shown.Prose(title, text) : new Shown.Line(title, text, null));
    }

    private Shown.Grid grid(String title, Collection<?> all) {
        var type = all.iterator().next().getClass();
        var heads = new ArrayList<Shown.Head>();
        var columns = new ArrayList<List<String>>();
        for (var component : type.getRecordComponents()) {
            var named = component.getAnnotation(Title.class);
            if (named == null) {
                continue;
            }
            var cells = all.stream().map(row -> cell(component, named, row)).toList();
            if (cells.stream().anyMatch(c -> !c.isEmpty())) {
                heads.add(new Shown.Head(plain(named.value()), component.getType() == BigDecimal.class, false));
                columns.add(cells);
            }
        }
        var rows = new ArrayList<List<Shown.Cell>>();
        for (int i = 0; i < all.size(); i++) {
            var row = i;
            rows.add(columns.stream().map(c -> Shown.Cell.of(c.get(row))).toList());
        }
        return new Shown.Grid(title, heads, rows);
    }

    private String cell(RecordComponent component, Title named, Object row) {
        var value = valueOf(component, row);
        return value == null ? "" : text(component.getName(), named, value);
    }

    private String text(String name, @Nullable Title named, Object value) {
        return switch (value) {
            case BigDecimal number -> Wording.figure(number) + (money(name, named) ? " 元" : "");
            case Boolean flag -> flag ? "是" : "否";
            case Instant at -> Wording.minute(at);
            case LocalDate day -> Wording.day(day);
            case UnitId unit -> words.unit(unit);
            case AccountId account -> words.account(account);
            case Personal personal -> clear ? personal.value() : personal.masked();
            case Enum<?> choice -> Fields.titleOf(choice);
            case Collection<?> all -> all.stream().map(e -> text("", null, e)).collect(Collectors.joining("；"));
            case UUID _ -> "查看附件";
            case Record record ->
                of("", record).lines().stream().map(l -> l.title() + l.text()).collect(Collectors.joining("，"));
            case String text when named != null && named.picks().equals("commodity") -> words.commodity(text);
            default -> String.valueOf(value);
        };
    }

    private static boolean isValue(Object value) {
        return value instanceof UnitId || value instanceof AccountId || value instanceof Personal;
    }

    private static boolean money(String name, @Nullable Title named) {
        return name.endsWith("Yuan") || named != null && named.value().endsWith("（元）");
    }

    private static String plain(String title) {
        return title.replace("（元）", "");
    }

    static @Nullable Object valueOf(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
