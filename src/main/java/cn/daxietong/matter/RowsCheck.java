package cn.daxietong.matter;

import cn.daxietong.document.Contents;
import cn.daxietong.ledger.DerivedRows;
import cn.daxietong.shared.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares every row that lists, worklists, clocks and searches read, and what every document says, with what the snapshots come to by the very
 * derivation that writes them. That the snapshots are what the entries come to, the verification of the ledger has shown before.
 */
public final class RowsCheck implements DerivedRows {
    private static final int TOGETHER = 500;
    private static final String SELECTED = """
            select m.id, m.kind, m.snapshot, m.head, k.wrapped
              from matter.matter m
              left join matter.key k on k.matter_id = m.id
             where m.id > ?
             order by m.id
             limit ?
            """;

    private final MatterStore store;
    private final Vault vault;
    private final List<Compared> tables;

    RowsCheck(Kinds kinds, Vault vault) {
        this.store = new MatterStore(kinds, vault);
        this.vault = vault;
        this.tables = Compared.all(kinds.derived());
    }

    /** @throws IllegalStateException in Chinese, where the folder has no key */
    public static RowsCheck of(Path data) {
        var bench = Workbench.of(data);
        return new RowsCheck(bench.kinds(), bench.vault());
    }

    private record Kept(UUID id, String kind, String snapshot, byte[] head, byte @Nullable [] wrapped) {}

    @Override
    public long check(JdbcClient db, Consumer<String> fault) {
        long checked = 0;
        var from = new UUID(0, 0);
        while (true) {
            var kept = db.sql(SELECTED)
                    .params(from, TOGETHER)
                    .query((row, n) -> new Kept(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getBytes(4),
                            row.getBytes(5)))
                    .list();
            if (kept.isEmpty()) {
                strays(db, fault);
                return checked;
            }
            check(db, kept, fault);
            checked += kept.size();
            from = kept.getLast().id();
        }
    }

    private void check(JdbcClient db, List<Kept> kept, Consumer<String> fault) {
        var ids = kept.stream().map(Kept::id).toArray(UUID[]::new);
        var stored = new HashMap<Compared, Map<UUID, Set<List<@Nullable Object>>>>();
        for (var table : tables) {
            stored.put(table, table.read(db, ids));
        }
        var documents = new HashMap<UUID, List<Contents.Kept>>();
        for (var content : Contents.of(db, ids)) {
            documents.computeIfAbsent(content.matter(), m -> new ArrayList<>()).add(content);
        }
        for (var matter : kept) {
            try {
                var loaded =
                        store.loaded(matter.kind(), matter.id(), matter.snapshot(), matter.head(), matter.wrapped());
                compare(loaded, stored, fault);
                compare(loaded.matter(), matter, documents.getOrDefault(matter.id(), List.of()), fault);
            } catch (RuntimeException e) {
                fault.accept("事项 " + matter.id() + " 的内容或密钥不可读（表 matter.matter、matter.key）：被改动");
            }
        }
    }

    private <S> void compare(
            Stored<S> loaded, Map<Compared, Map<UUID, Set<List<@Nullable Object>>>> stored, Consumer<String> fault) {
        var matter = loaded.matter();
        var derived = Rows.of(loaded.kind(), matter, vault);
        for (var table : tables) {
            var should = table.derived(matter, derived);
            var is = Optional.ofNullable(stored.get(table)).orElseThrow().getOrDefault(matter.id(), Set.of());
            if (!is.equals(should)) {
                fault.accept(named(loaded.kind(), matter) + "的" + table.title() + "与账本不符（表 " + table.sqlName() + "）："
                        + difference(table, should, is));
            }
        }
    }

    /** A sealed kind's number would say that there is one. */
    private static String named(MatterKind<?> kind, Matter<?> matter) {
        return kind.sealed() ? "事项 " + matter.id() : "事项 " + matter.id() + "（" + matter.number() + "）";
    }

    private static String difference(
            Compared table, Set<List<@Nullable Object>> should, Set<List<@Nullable Object>> is) {
        var missing = new HashSet<>(should);
        missing.removeAll(is);
        var surplus = new HashSet<>(is);
        surplus.removeAll(should);
        if (missing.size() == 1 && surplus.size() == 1) {
            var columns = new ArrayList<String>();
            var a = missing.iterator().next();
            var b = surplus.iterator().next();
            for (int i = 0; i < a.size(); i++) {
                if (!java.util.Objects.equals(a.get(i), b.get(i))) {
                    columns.add(table.columns().get(i));
                }
            }
            return String.join("、", columns) + " 被改动";
        }
        return "缺少 " + missing.size() + " 行，多出 " + surplus.size() + " 行";
    }

    private void compare(Matter<?> matter, Kept keeps, List<Contents.Kept> contents, Consumer<String> fault) {
        var digests = new HashMap<UUID, String>();
        matter.documents().forEach(d -> digests.put(d.id(), d.digest()));
        var name = named(store.kind(matter), matter) + "的公文 ";
        for (var content : contents) {
            var expected = digests.remove(content.id());
            if (expected == null) {
                fault.accept(name + content.id() + " 在账本中没有记录（表 document.issued）：公文不是办理产生的");
            } else if (content.sealed() != null && keeps.wrapped() == null) {
                fault.accept(name + content.id() + " 的正文打不开（表 matter.key）：事项的密钥已不在库中");
            } else if (!says(content, keeps, expected)) {
                fault.accept(name + content.id() + " 的正文与账本中的摘要不符（表 document.issued）：正文被改动");
            }
        }
        digests.keySet().forEach(lost -> fault.accept(name + lost + " 的正文已不在库中（表 document.issued）：正文被删除"));
    }

    private boolean says(Contents.Kept content, Kept keeps, String digest) {
        try {
            return content.said(text -> Optional.ofNullable(keeps.wrapped())
                            .map(wrapped -> vault.open(vault.unwrap(keeps.id(), wrapped), text)))
                    .map(said -> ContentDigest.of(Json.MAPPER.readTree(said)))
                    .filter(digest::equals)
                    .isPresent();
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Rows that hang on no matter at all and would still be shown in somebody's list. */
    private void strays(JdbcClient db, Consumer<String> fault) {
        var loose =
                new ArrayList<>(List.of("matter.inbox", "matter.link", "matter.subject", "matter.bar", "matter.key"));
        tables.stream()
                .filter(Compared.Another.class::isInstance)
                .map(Compared::sqlName)
                .forEach(loose::add);
        for (var table : loose) {
            db.sql("select distinct matter_id from " + table
                            + " r where not exists (select from matter.matter m where m.id = r.matter_id) limit "
                            + TOGETHER)
                    .query(UUID.class)
                    .list()
                    .forEach(id -> fault.accept("表 " + table + " 中有事项 " + id + " 的行，而该事项不存在：不是办理产生的"));
        }
    }
}
