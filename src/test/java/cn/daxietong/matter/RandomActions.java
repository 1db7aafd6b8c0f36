package cn.daxietong.matter;

import cn.daxietong.law.Facts;
import cn.daxietong.law.FactsReading;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mostly sensible actions of any type, made by reflection over the fields that the action declares. */
final class RandomActions {
    private static final List<Facts> FACTS = Stream.of(
                    "{\"commodity\":\"tobacco\",\"act\":\"unlicensed_operation\",\"conduct_date\":\"2026-08-01\",\"entity\":\"person\",\"business_amount_yuan\":60000}",
                    "{\"commodity\":\"tobacco\",\"act\":\"unlicensed_operation\",\"conduct_date\":\"2026-08-01\",\"entity\":\"person\",\"business_amount_yuan\":3000,\"prior_penalties\":[]}",
                    "{\"commodity\":\"frozen_goods\",\"act\":\"smuggling\",\"conduct_date\":\"2026-08-01\",\"entity\":\"person\",\"goods\":[{\"commodity\":\"frozen_goods\",\"weight_tonnes\":32.14}]}",
                    "{\"commodity\":\"electronics\",\"act\":\"smuggling\",\"entity\":\"person\"}",
                    "{}")
            .map(json -> FactsReading.read(Json.MAPPER.readTree(json), LocalDate.of(2026, 8, 31), "facts"))
            .toList();
    /** As they stand on the labels of the first goods of a walk, and one misread. */
    private static final List<String> LABELS = List.of("2026-0001-1", "2026-0002-9", "2026-0003-7", "2026-0001-0");

    private static final List<UnitId> LIKELY =
            Stream.of("U08", "U12", "U17", "X01", "U14", "U08").map(UnitId::new).toList();

    private final Random random;
    private final World world;

    RandomActions(Random random, World world) {
        this.random = random;
        this.world = world;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** An action with these components fixed, by their Java names, and all others random. */
    <A> A of(Class<A> type, @Nullable Matter<?> matter, Viewer viewer, Map<String, Object> fixed) {
        var shape = Shape.of(type);
        var arguments = shape.parts().stream()
                .map(part -> fixed.containsKey(part.name()) ? fixed.get(part.name()) : value(part, matter, viewer))
                .toArray();
        try {
            return type.cast(shape.constructor().newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private @Nullable Object value(Shape.Part part, @Nullable Matter<?> matter, Viewer viewer) {
        var element = part.element();
        if (element == null && part.mayBeAbsent() && chance(0.4)) {
            return null;
        }
        if (element != null) {
            return list(element, part.picks(), matter, viewer);
        }
        if (part.name().equals("place") && part.type() == String.class) {
            return pick(List.of("一号库", "二号库"));
        }
        if (part.name().equals("code")) {
            return pick(LABELS);
        }
        if (part.ahead()) {
            return world.now.plus(Duration.ofDays(random.nextInt(1, 40)));
        }
        return one(part.type(), part.picks(), matter, viewer);
    }

    private List<Object> list(Class<?> element, String picks, @Nullable Matter<?> matter, Viewer viewer) {
        var values = new ArrayList<Object>();
        for (int i = element == AccountId.class ? -1 : 0; i < random.nextInt(3); i++) {
            var value = element == AccountId.class ? officer(viewer, i) : one(element, picks, matter, viewer);
            if (!values.contains(value)) {
                values.add(value);
            }
        }
        return values.isEmpty() && chance(0.8) ? List.of(one(element, picks, matter, viewer)) : List.copyOf(values);
    }

    private AccountId officer(Viewer viewer, int place) {
        var unit = chance(0.95) ? viewer.unit() : pick(LIKELY);
        return new AccountId(
                unit.value().toLowerCase(java.util.Locale.ROOT) + "-handler" + (place < 0 ? "" : "-" + place));
    }

    private Object one(Class<?> type, String picks, @Nullable Matter<?> matter, Viewer viewer) {
        if (type == String.class) {
            return text(picks, matter);
        }
        if (type == UnitId.class) {
            return chance(0.9) ? pick(LIKELY) : pick(world.bench.units());
        }
        if (type == AccountId.class) {
            return officer(viewer, random.nextInt(2));
        }
        if (type == Personal.class) {
            return new Personal("桂B1234" + random.nextInt(10));
        }
        if (type == Facts.class) {
            return pick(FACTS);
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(1, 1_000_000));
        }
        if (type == Instant.class) {
            return world.now.minus(Duration.ofHours(random.nextInt(60)));
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 8, 1 + random.nextInt(28));
        }
        if (type == Boolean.class || type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == Integer.class || type == int.class) {
            return random.nextInt(1, 9);
        }
        if (type == UUID.class) {
            if (picks.equals("matter") && !world.matters.isEmpty()) {
                return pick(List.copyOf(world.matters.keySet()));
            }
            return new UUID(random.nextLong(), random.nextLong());
        }
        if (type.isEnum()) {
            return pick(List.of(type.getEnumConstants()));
        }
        if (type.isRecord()) {
            return of(type, matter, viewer, Map.of());
        }
        throw new IllegalStateException("no random " + type);
    }

    private String text(String picks, @Nullable Matter<?> matter) {
        return switch (picks) {
            case "items" -> String.valueOf(1 + random.nextInt(3));
            case "commodity" -> pick(List.of("tobacco", "frozen_goods"));
            case "clock" ->
                matter == null || matter.clocks().isEmpty()
                        ? "penalty.decide"
                        : pick(matter.clocks()).clock();
            default -> "按规定办理" + random.nextInt(100);
        };
    }
}
