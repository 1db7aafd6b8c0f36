package cn.daxietong.matter;

import cn.daxietong.database.Reading;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what a kind {@link MatterKind#known knows} for the fields of a form, of the viewer's own unit alone. */
@Component
final class KnownShelf {
    private final Reading reading;
    private final MatterStore store;

    KnownShelf(Reading reading, MatterStore store) {
        this.reading = reading;
        this.store = store;
    }

    Map<String, List<Option>> of(Viewer viewer, MatterKind<?> kind, List<Field> fields) {
        var found = new HashMap<String, List<Option>>();
        fields.stream().map(Field::picks).filter(Objects::nonNull).forEach(picks -> kind.known(picks)
                .ifPresent(known -> found.put(picks, options(viewer, known))));
        return found;
    }

    private List<Option> options(Viewer viewer, Known known) {
        return reading.as(viewer, db -> Survey.of(db, store, known.kind(), viewer)).stream()
                .map(known.says())
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .map(text -> new Option(text, text))
                .toList();
    }
}
