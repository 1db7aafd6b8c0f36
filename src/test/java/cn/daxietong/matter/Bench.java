package cn.daxietong.matter;

import cn.daxietong.law.Articles;
import cn.daxietong.law.Clocks;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every kind of matter on plain values: the bundled law, the notice's units with two handlers and a head each, and no database. */
final class Bench {
    static final Bench INSTANCE = new Bench();

    final Clocks clocks = Clocks.bundled();
    final Articles articles = Articles.bundled();
    final Directory directory = new NoticeDirectory();
    final List<MatterKind<?>> kinds = discovered();
    final Kinds all = new Kinds(kinds);

    private Bench() {}

    MatterKind<?> kind(String code) {
        return kinds.stream().filter(k -> k.code().equals(code)).findFirst().orElseThrow();
    }

    static Viewer viewer(UnitId unit, Post post) {
        var name = unit.value().toLowerCase(java.util.Locale.ROOT) + "-" + post.code();
        return Viewer.of(new AccountId(name), unit, post, name);
    }

    List<UnitId> units() {
        return List.copyOf(((NoticeDirectory) directory).units.keySet());
    }

    /** Whatever implements a kind on the class path, so that no institution is added unproven. */
    private static List<MatterKind<?>> discovered() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(MatterKind.class));
        var kinds = new java.util.ArrayList<MatterKind<?>>();
        for (var candidate : scanner.findCandidateComponents("cn.daxietong")) {
            var name = String.valueOf(candidate.getBeanClassName());
            if (!name.contains("Test")) {
                kinds.add(made(name));
            }
        }
        AnnotationAwareOrderComparator.sort(kinds);
        return List.copyOf(kinds);
    }

    private static MatterKind<?> made(String name) {
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return (MatterKind<?>) constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(type -> part(type, name))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** What comes bundled with the platform says so by a static {@code bundled()}. */
    private static Object part(Class<?> type, String kind) {
        try {
            return type.getMethod("bundled").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind + " needs a " + type.getSimpleName() + ", which is not bundled", e);
        }
    }

    private static final class NoticeDirectory implements Directory {
        final Map<UnitId, KnownUnit> units = new LinkedHashMap<>();

        NoticeDirectory() {
            try (InputStream file = Objects.requireNonNull(Bench.class.getResourceAsStream("/notice/units.csv"))) {
                new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .forEach(line -> {
                            var cells = line.split(",");
                            var id = new UnitId(cells[0]);
                            units.put(id, new KnownUnit(id, cells[1], cells[2], cells[3]));
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Optional<KnownUnit> unit(UnitId id) {
            return Optional.ofNullable(units.get(id));
        }

        @Override
        public boolean holds(AccountId account, UnitId unit, Post post) {
            return account.value().startsWith(unit.value().toLowerCase(java.util.Locale.ROOT) + "-" + post.code());
        }
    }
}
