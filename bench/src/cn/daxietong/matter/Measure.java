package cn.daxietong.matter;

import cn.daxietong.Platform;
import cn.daxietong.bench.Timings;
import cn.daxietong.database.Raw;
import cn.daxietong.database.Writing;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.ledger.Suite;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.worklist.TodoPages;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform's own ways against the same SQL through plain JDBC, in one process on one database, taking turns. */
public final class Measure {
    private static final String LIST = """
            select matter_id, kind, number, title, status, owner_unit, commodity, due_at, created_at, updated_at from matter.inbox
             where unit_id = ? order by updated_at desc, matter_id desc limit 51
            """;
    private static final String EYES =
            "select set_config('app.unit', ?, true), set_config('app.account', ?, true), set_config('app.post', ?, true)";

    private final ConfigurableApplicationContext platform;
    private final int rounds;

    private Measure(ConfigurableApplicationContext platform, int rounds) {
        this.platform = platform;
        this.rounds = rounds;
    }

    /** Arguments: data folder, rounds, what to measure (reads, actions, appends, processes; several with commas). */
    public static void main(String[] arguments) throws Exception {
        try (var platform = SpringApplication.run(
                Platform.class,
                "--daxietong.data=" + arguments[0],
                "--daxietong.timers=false",
                "--daxietong.database.writers=32",
                "--server.port=0")) {
            var measure = new Measure(platform, Integer.parseInt(arguments[1]));
            for (var what : arguments[2].split(",")) {
                switch (what) {
                    case "reads" -> measure.reads();
                    case "actions" -> measure.actions();
                    case "appends" -> measure.appends();
                    case "processes" -> measure.processes();
                    default -> throw new IllegalArgumentException(what);
                }
            }
        }
    }

    private static Viewer viewer(String unit) {
        return Lifelines.viewer(new UnitId(unit), Post.HANDLER);
    }

    // ---- reading

    private void reads() throws Exception {
        var inboxes = platform.getBean(Inboxes.class);
        var matters = platform.getBean(Matters.class);
        var todos = new TodoPages(platform);
        try (var owner = Raw.owner(platform);
                var raw = Raw.reader(platform);
                var writer = Raw.writer(platform)) {
            raw.setAutoCommit(false);
            writer.setAutoCommit(false);
            var sizes = texts(
                    owner,
                    "select unit_id || '=' || count(*) from matter.inbox group by unit_id order by count(*) desc");
            var todoSizes = texts(
                    owner,
                    "select unit_id || '=' || count(*) from matter.todo group by unit_id order by count(*) desc");
            for (var size : List.of(sizes.getFirst(), sizes.getLast())) {
                var viewer = viewer(size.split("=")[0]);
                var two = Timings.interleaved(
                        200,
                        rounds,
                        () -> inboxes.page(viewer, Filter.NONE, null, 50),
                        () -> plain(raw, viewer, LIST, viewer.unit().value()));
                Timings.print("list page, unit " + size + " rows", two);
            }
            for (var size : List.of(todoSizes.getFirst(), todoSizes.getLast())) {
                var viewer = viewer(size.split("=")[0]);
                var account = viewer.account().value();
                var two = Timings.interleaved(
                        200,
                        rounds,
                        () -> todos.rows(viewer),
                        () -> plain(
                                raw,
                                viewer,
                                TodoPages.SQL,
                                account,
                                account,
                                viewer.unit().value(),
                                viewer.post().code(),
                                Timestamp.from(Instant.now()),
                                Timestamp.from(Instant.now().plusSeconds(86_400))));
                Timings.print("worklist page, unit " + size + " rows", two);
            }
            var big = viewer("U12");
            var ids = ids(
                    owner,
                    "select matter_id from matter.inbox where unit_id = 'U12' order by md5(matter_id::text) limit 2000");
            var next = new AtomicInteger();
            var two = Timings.interleaved(
                    200,
                    rounds,
                    () -> matters.history(big, matters.see(big, ids.get(next.get() % ids.size()), "bench")),
                    () -> {
                        var id = ids.get(next.getAndIncrement() % ids.size());
                        plain(
                                raw,
                                big,
                                "select m.kind, m.snapshot, m.head, k.wrapped from matter.matter m left join matter.key k on k.matter_id = m.id where m.id = ?",
                                id);
                        try (var look = writer.createStatement()) {
                            look.execute("set local synchronous_commit = off");
                        }
                        update(
                                writer,
                                "insert into matter.reading (matter_id, at, account, unit_id, purpose) values (?, now(), 'bench', 'U12', 'bench')",
                                id);
                        writer.commit();
                        plain(
                                raw,
                                big,
                                "select stream, version, at, event, actor, unit, body, suite, previous, hash from ledger.entry where stream = ? order by version",
                                id);
                    });
            Timings.print("matter page with timeline and trace", two);
        }
    }

    private static void plain(Connection reader, Viewer viewer, String sql, Object... parameters) throws SQLException {
        try (var eyes = reader.prepareStatement(EYES)) {
            eyes.setString(1, viewer.unit().value());
            eyes.setString(2, viewer.account().value());
            eyes.setString(3, viewer.post().code());
            read(eyes.executeQuery());
        }
        try (var query = reader.prepareStatement(sql)) {
            set(query, parameters);
            read(query.executeQuery());
        }
        reader.commit();
    }

    private static void read(ResultSet rows) throws SQLException {
        try (rows) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static void update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.executeUpdate();
        }
    }

    private static List<String> texts(Connection owner, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var rows = owner.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static List<UUID> ids(Connection owner, String sql) throws SQLException {
        return texts(owner, sql).stream().map(UUID::fromString).toList();
    }

    // ---- writing

    /** Taking a step against inserting the rows it leaves, into tables of the same shape beside them. */
    private void actions() throws Exception {
        var proceedings = platform.getBean(Proceedings.class);
        var office = viewer("OFFICE");
        var unit = viewer("U12");
        var none = Json.MAPPER.readTree("{}");
        var note = Json.MAPPER.readTree("{\"note\":\"请尽快核查并登记结果，遇有困难及时报告指挥部办公室。\"}");
        try (var owner = Raw.owner(platform)) {
            sameShapes(owner);
            try (var bare = Raw.owner(platform)) {
                bare.setAutoCommit(false);
                var open = ids(
                        owner,
                        "select id from matter.matter where kind = 'lead' and status in ('dispatched', 'accepted', 'verified') and owner_unit = 'U12' limit 2000");
                var next = new AtomicInteger();
                Timings.print(
                        "action urge (entry, matter, inboxes, notice), durable",
                        Timings.interleaved(
                                60,
                                rounds / 4,
                                () -> proceedings.act(
                                        office, open.get(next.getAndIncrement() % open.size()), "urge", note, null),
                                () -> bareStep(bare, 3, 0)));
                var waiting = ids(
                        owner,
                        "select id from matter.matter where kind = 'lead' and status = 'dispatched' and owner_unit = 'U12' limit 3000");
                var taken = new AtomicInteger();
                var accepting = Math.min(rounds / 4, waiting.size() - 60);
                if (accepting > 50) {
                    Timings.print(
                            "action accept (entry, matter, inboxes, to-dos), durable",
                            Timings.interleaved(
                                    50,
                                    accepting,
                                    () -> proceedings.act(
                                            unit, waiting.get(taken.getAndIncrement()), "accept", none, null),
                                    () -> bareStep(bare, 3, 1)));
                }
                Timings.print(
                        "action register a lead (entry, matter, inboxes, to-do, notice, document), durable",
                        Timings.interleaved(
                                40,
                                rounds / 4,
                                () -> proceedings.open(viewer("T01"), "lead", Json.MAPPER.readTree(LEAD)),
                                () -> bareStep(bare, 2, 1)));
            }
        }
    }

    private static final String LEAD = """
            {"title":"寨沙镇冷库夜间装卸无标识冻品","source":"patrol","commodity":"frozen_goods","act":"no_lawful_source","place":"寨沙镇",
             "description":"巡查发现冷库夜间装卸，现场人员未能说明来源，未出示检疫证明和进货凭证，已拍照留存，请核查。"}
            """;

    private static void sameShapes(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench");
            statement.execute("create table bench.entry (like ledger.entry including all)");
            statement.execute("create table bench.matter (like matter.matter including all)");
            statement.execute("create table bench.inbox (like matter.inbox including all)");
            statement.execute("create table bench.todo (like matter.todo including all)");
            statement.execute("create table bench.notice (like matter.notice including all)");
            statement.execute("grant usage on schema bench to daxietong_writer");
            statement.execute("grant all on all tables in schema bench to daxietong_writer");
        }
    }

    private static final String BODY = "{\"action\":\"urge\",\"fields\":{\"note\":\""
            + "请尽快核查并登记结果，遇有困难及时报告指挥部办公室。".repeat(4) + "\"},\"kind\":\"lead\",\"set\":{}}";
    private static final String SNAPSHOT = BODY.repeat(6);

    private static void bareStep(Connection bare, int inboxes, int todos) throws SQLException {
        var id = UUID.randomUUID();
        var hash = new byte[32];
        var pieces = Rows.bigrams("鹿打私线〔2026〕" + id.getLeastSignificantBits() % 1_000_000 + "号", "寨沙镇冷库夜间装卸无标识冻品");
        plainEntry(bare, id, 1, hash);
        update(
                bare,
                "insert into bench.matter (id, kind, number, status, owner_unit, version, head, created_at, updated_at, snapshot, pieces) values (?, 'lead', ?, 'accepted', 'U12', 1, ?, now(), now(), ?, ?::text[])",
                id,
                id.toString(),
                hash,
                SNAPSHOT,
                bare.createArrayOf("text", pieces.toArray()));
        for (int i = 0; i < inboxes; i++) {
            update(
                    bare,
                    "insert into bench.inbox (unit_id, matter_id, kind, status, closed, number, title, owner_unit, commodity, due_at, created_at, updated_at) values (?, ?, 'lead', 'accepted', false, '鹿打私线〔2026〕1号', '寨沙镇冷库夜间装卸无标识冻品', 'U12', 'tobacco', now(), now(), now())",
                    "U" + i,
                    id);
        }
        for (int i = 0; i < todos; i++) {
            update(
                    bare,
                    "insert into bench.todo (matter_id, place, unit_id, post, action, title, clock, due_at, law, kind, number, matter_title) values (?, ?, 'U12', 'handler', 'verify', '核查并登记结果', null, now(), '行政处罚法第五十四条', 'lead', '鹿打私线〔2026〕1号', '寨沙镇冷库夜间装卸无标识冻品')",
                    id,
                    i);
        }
        update(
                bare,
                "insert into bench.notice (unit_id, post, matter_id, at, text) values ('U12', 'handler', ?, now(), '催办：请尽快办理线索')",
                id);
        bare.commit();
    }

    private static void plainEntry(Connection bare, UUID id, int version, byte[] hash) throws SQLException {
        update(
                bare,
                "insert into bench.entry (stream, version, at, event, actor, unit, body, suite, previous, hash) values (?, ?, ?, 'urge', 'office-handler', 'OFFICE', ?, 'sm', ?, ?)",
                id,
                version,
                Timestamp.from(Instant.now()),
                BODY,
                hash,
                hash);
    }

    /** Appending to the ledger at 32 clients against plain inserts into a table of the same shape; last of all, for its streams have no matter. */
    private void appends() throws Exception {
        var writing = platform.getBean(Writing.class);
        try (var owner = Raw.owner(platform)) {
            sameShapes(owner);
        }
        var ours = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        for (int round = 0; round < 7; round++) {
            ours.add(perSecond(32, 4, thread -> {
                var stream = UUID.randomUUID();
                var head = new byte[][] {new byte[0]};
                var version = new int[] {0};
                return () -> {
                    var entry = Entry.next(
                            stream,
                            ++version[0],
                            Instant.now(),
                            "urge",
                            new AccountId("office-handler"),
                            UnitId.OFFICE,
                            BODY,
                            Suite.SM,
                            head[0]);
                    writing.run(db -> Ledger.append(db, entry));
                    head[0] = entry.hash();
                };
            }));
            plain.add(perSecond(32, 4, thread -> {
                var connection = Raw.writer(platform);
                connection.setAutoCommit(false);
                var stream = UUID.randomUUID();
                var version = new int[] {0};
                var hash = new byte[32];
                return new Closing(connection, () -> {
                    plainEntry(connection, stream, ++version[0], hash);
                    connection.commit();
                });
            }));
        }
        // The first round warms up.
        var a = middle(ours.subList(1, ours.size()));
        var b = middle(plain.subList(1, plain.size()));
        System.out.printf(
                "ledger append, 32 clients, durable | platform %.0f/s | plain %.0f/s | ratio %.2f%n", a, b, a / b);
    }

    private static double middle(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private record Closing(Connection connection, Timings.Work work) implements Timings.Work {
        @Override
        public void run() throws Exception {
            work.run();
        }
    }

    private interface Clients {
        Timings.Work client(int thread) throws Exception;
    }

    private static double perSecond(int threads, int seconds, Clients clients) throws Exception {
        var works = new ArrayList<Timings.Work>();
        for (int t = 0; t < threads; t++) {
            works.add(clients.client(t));
        }
        var done = new AtomicLong();
        var started = System.nanoTime();
        var end = started + seconds * 1_000_000_000L;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var work : works) {
                pool.submit(() -> {
                    try {
                        while (System.nanoTime() < end) {
                            work.run();
                            done.incrementAndGet();
                        }
                    } catch (Exception e) {
                        e.printStackTrace();
                    }
                });
            }
        }
        var rate = done.get() / ((System.nanoTime() - started) / 1e9);
        for (var work : works) {
            if (work instanceof Closing closing) {
                closing.connection().close();
            }
        }
        return rate;
    }

    /** The five steps of a lead, and pages of to-dos, as the peer does them. */
    private void processes() throws Exception {
        var proceedings = platform.getBean(Proceedings.class);
        var todos = new TodoPages(platform);
        var station = viewer("T01");
        var office = viewer("OFFICE");
        var unit = viewer("U12");
        var lead = Json.MAPPER.readTree(LEAD);
        var dispatch = Json.MAPPER.readTree("{\"unit\":\"U12\"}");
        var none = Json.MAPPER.readTree("{}");
        var verify = Json.MAPPER.readTree("{\"finding\":\"经实地核查，现场货物出库单、检验单齐全。\",\"substantiated\":false}");
        var close = Json.MAPPER.readTree("{\"reason\":\"unsubstantiated\",\"note\":\"查否，资料已归档。\"}");
        Clients whole = thread -> () -> {
            var id = proceedings.open(station, "lead", lead);
            proceedings.act(office, id, "dispatch", dispatch, null);
            proceedings.act(unit, id, "accept", none, null);
            proceedings.act(unit, id, "verify", verify, null);
            proceedings.act(unit, id, "close", close, null);
        };
        Clients pages = thread -> () -> {
            if (todos.rows(unit) == 0) {
                throw new IllegalStateException("an empty page measures nothing");
            }
        };
        perSecond(8, 3, whole);
        System.out.printf("platform processes %.1f/s%n", perSecond(8, 8, whole));
        perSecond(8, 2, pages);
        System.out.printf("platform to-do pages %.1f/s%n", perSecond(8, 8, pages));
        var login = Raw.ownerLogin(platform);
        var peer = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx768m",
                "-cp",
                System.getProperty("peer.classpath"),
                "Peer",
                "8",
                "8",
                "500");
        peer.environment().put("PEER_URL", login[0] + "?currentSchema=flowable_peer");
        peer.environment().put("PEER_USER", login[1]);
        peer.environment().put("PEER_PASSWORD", login[2]);
        try (var owner = Raw.owner(platform);
                var statement = owner.createStatement()) {
            statement.execute("drop schema if exists flowable_peer cascade");
            statement.execute("create schema flowable_peer");
        }
        peer.inheritIO();
        System.out.println("peer ended " + peer.start().waitFor());
    }
}
