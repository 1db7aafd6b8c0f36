package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table derived from snapshots: its columns, and what must stand in them. */
enum RowsTable implements Compared {
    MATTER("matter.matter", "事项登记", "id", "kind, number, status, owner_unit, created_at, updated_at, pieces") {
        @Override
        Stream<List<@Nullable Object>> lines(Matter<?> m, Rows rows) {
            return Stream.of(line(
                    m.kind(), m.number(), m.status(), m.owner().value(), m.createdAt(), m.updatedAt(), Rows.pieces(m)));
        }
    },
    INBOX(
            "matter.inbox",
            "列表（谁能看）",
            "matter_id",
            "unit_id, account, kind, status, closed, number, title, owner_unit, commodity, due_at, created_at, updated_at") {
        @Override
        Stream<List<@Nullable Object>> lines(Matter<?> m, Rows rows) {
            return rows.inbox().stream()
                    .map(r -> line(
                            r.unit().value(),
                            code(r.account()),
                            r.kind(),
                            r.status(),
                            r.closed(),
                            r.number(),
                            r.title(),
                            r.owner().value(),
                            r.commodity(),
                            r.dueAt(),
                            r.createdAt(),
                            r.updatedAt()));
        }
    },
    TODO(
            "matter.todo",
            "待办",
            "matter_id",
            "place, unit_id, account, post, action, title, clock, due_at, law, kind, number, matter_title") {
        @Override
        Stream<List<@Nullable Object>> lines(Matter<?> m, Rows rows) {
            return rows.todos().stream().map(r -> {
                var post = r.todo().post();
                return line(
                        r.place(),
                        r.todo().unit().value(),
                        code(r.account()),
                        post == null ? null : post.code(),
                        r.todo().action(),
                        r.todo().title(),
                        r.todo().clock(),
                        r.todo().dueAt(),
                        r.todo().law(),
                        r.kind(),
                        r.number(),
                        r.matterTitle());
            });
        }
    },
    CLOCK(
            "matter.clock",
            "时限",
            "matter_id",
            "place, clock, actor_unit, starts_at, due_at, ended_at, suspended, cancelled, announced") {
        @Override
        Stream<List<@Nullable Object>> lines(Matter<?> m, Rows rows) {
            return rows.clocks().stream()
                    .map(r -> line(
                            r.place(),
                            r.clock().clock(),
                            r.clock().actorUnit().value(),
                            r.clock().startsAt(),
                            r.clock().dueAt(),
                            r.clock().endedAt(),
                            r.clock().suspended(),
                            r.clock().cancelled(),
                            r.clock().announced()));
        }
    },
    LINK("matter.link", "关联事项", "matter_id", "rel, other_id") {
        @Override
        Stream<List<@Nullable Object>> lines(Matter<?> m, Rows rows) {
            return rows.links().stream().map(link -> line(link.rel(), link.matter()));
        }
    },
    BAR("matter.bar", "不再参与办理的人", "matter_id", "other_id, account, why") {
        @Override
        Stream<List<@Nullable Object>> lines(Matter<?> m, Rows rows) {
            return rows.bars().stream().map(r -> line(r.other(), code(r.account()), r.why()));
        }
    },
    SUBJECT("matter.subject", "检索（涉案人、车、电话）", "matter_id", "digest, held_alone, at_work") {
        @Override
        Stream<List<@Nullable Object>> lines(Matter<?> m, Rows rows) {
            return rows.subjects().stream().map(r -> line(r.digest(), r.heldAlone(), r.atWork()));
        }
    };

    private final String sqlName;
    private final String title;
    private final String id;
    private final List<String> columns;

    RowsTable(String sqlName, String title, String id, String columns) {
        this.sqlName = sqlName;
        this.title = title;
        this.id = id;
        this.columns = List.of(columns.split(", "));
    }

    abstract Stream<List<@Nullable Object>> lines(Matter<?> matter, Rows rows);

    @Override
    public String sqlName() {
        return sqlName;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Set<List<@Nullable Object>> derived(Matter<?> matter, Rows rows) {
        return lines(matter, rows).collect(Collectors.toSet());
    }

    private static @Nullable String code(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private static List<@Nullable Object> line(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
