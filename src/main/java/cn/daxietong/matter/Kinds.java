package cn.daxietong.matter;

import cn.daxietong.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The kinds of matter this platform knows, in the order in which they are shown. */
public final class Kinds {
    private final Map<String, MatterKind<?>> byCode;
    private final List<MatterKind<?>> all;

    public Kinds(List<MatterKind<?>> kinds) {
        this.all = List.copyOf(kinds);
        this.byCode = kinds.stream().collect(Collectors.toMap(MatterKind::code, k -> k, (a, b) -> b, TreeMap::new));
    }

    public List<MatterKind<?>> all() {
        return all;
    }

    /** @throws Refusal {@code not_found} where there is no such kind */
    public MatterKind<?> kind(String code) {
        var kind = byCode.get(code);
        if (kind == null) {
            throw Refusal.notFound();
        }
        return kind;
    }

    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    /** The Chinese of a status code of some kind. */
    public String statusTitle(String kind, String status) {
        return kind(kind).procedure().status(status).title();
    }
}
