package cn.daxietong.matter;

import cn.daxietong.bench.Clients;
import cn.daxietong.bench.Timings;
import cn.daxietong.database.Raw;
import cn.daxietong.database.Writing;
import cn.daxietong.ledger.Entry;
import cn.daxietong.ledger.Ledger;
import cn.daxietong.ledger.Suite;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** Appending to the ledger at 32 clients against plain inserts into a table of the same shape; last of all, for its streams have no matter. */
final class Appends {
    private static final int CLIENTS = 32;

    private final Writing writing;
    private final DataSource pool;

    private Appends(Writing writing, DataSource pool) {
        this.writing = writing;
        this.pool = pool;
    }

    static void measure(ApplicationContext platform, int rounds) throws Exception {
        try (var owner = Raw.owner(platform)) {
            BareStep.sameShapes(owner);
        }
        var appends = new Appends(platform.getBean(Writing.class), platform.getBean(DataSource.class));
        Clients.compare(
                "ledger append, " + CLIENTS + " clients, durable",
                CLIENTS,
                rounds,
                client -> appends.ours(),
                client -> appends.plain());
    }

    private Timings.Work ours() {
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
                    BareStep.BODY,
                    Suite.SM,
                    head[0]);
            writing.send(statements -> Ledger.append(statements, entry));
            head[0] = entry.hash();
        };
    }

    /** Through the same pool, for the server does not take twice as many clients. */
    private Timings.Work plain() {
        var stream = UUID.randomUUID();
        var version = new int[] {0};
        var hash = new byte[32];
        return () -> {
            try (var connection = pool.getConnection()) {
                new BareStep(connection, false).append(stream, ++version[0], hash);
            }
        };
    }
}
