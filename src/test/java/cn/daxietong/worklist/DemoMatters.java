package cn.daxietong.worklist;

import cn.daxietong.database.Writing;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Matters for the tests of lists, made by the rules and then aged, because no test waits a week. */
final class DemoMatters {
    private final Proceedings proceedings;
    private final Writing writing;
    private final Clock clock;

    DemoMatters(Proceedings proceedings, Writing writing, Clock clock) {
        this.proceedings = proceedings;
        this.writing = writing;
        this.clock = clock;
    }

    static Viewer of(String unit, Post post) {
        return Viewer.of(
                new AccountId(unit.toLowerCase(java.util.Locale.ROOT) + "-" + post.code()),
                new UnitId(unit),
                post,
                "测试" + post.title());
    }

    UUID lead(String unit, String title) {
        var fields = Json.MAPPER
                .createObjectNode()
                .put("title", title)
                .put("source", "patrol")
                .put("description", "巡查发现，待核实");
        return proceedings.open(of(unit, Post.HANDLER), "lead", fields);
    }

    /** A lead that has been given to the unit for verification. */
    UUID dispatched(String unit, String title) {
        var id = lead("U18A", title);
        act(of("OFFICE", Post.HANDLER), id, "dispatch", "{\"unit\":\"" + unit + "\"}");
        return id;
    }

    UUID kase(String unit, String title) {
        var fields = Json.MAPPER
                .createObjectNode()
                .put("title", title)
                .put("summary", "检查中发现，货主未能当场提供合法来源证明")
                .set("facts", Json.MAPPER.createObjectNode().put("commodity", "tobacco"));
        return proceedings.open(of(unit, Post.HANDLER), "case", fields);
    }

    void act(Viewer viewer, UUID id, String action, String fields) {
        proceedings.act(viewer, id, action, Json.MAPPER.readTree(fields), null);
    }

    /** Moves what is due in the matter to so long from now. */
    void due(UUID id, Duration fromNow) {
        var at = Timestamp.from(clock.instant().plus(fromNow));
        writing.run(db -> {
            db.sql("update matter.todo set due_at = ? where matter_id = ?")
                    .params(at, id)
                    .update();
            db.sql("update matter.inbox set due_at = ? where matter_id = ?")
                    .params(at, id)
                    .update();
        });
    }
}
