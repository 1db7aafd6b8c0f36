package cn.daxietong.matter;

import cn.daxietong.database.Statements;
import cn.daxietong.database.Writing;
import cn.daxietong.law.Clocks;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reminds before a clock runs out, when it turns yellow and when it turns red, and climbs after it: to the unit's head, the office, the 组长, as
 * far as each sees the matter. What a rule's own 逾期 names is told at once by the spine and left out here. Each once for a due time, which the
 * database remembers, so that a restart repeats nothing.
 */
final class Reminders {
    private static final Logger log = LoggerFactory.getLogger(Reminders.class);
    /** What ran out longer ago is no news; without an end a platform that is set up late would tell all of the past at once. */
    private static final Duration NEWS = Duration.ofDays(30);

    private final Writing writing;
    private final MatterStore store;
    private final Clocks law;
    private final Pace pace;
    private final Clock clock;

    /**
     * When to remind.
     *
     * @param office how long after the due time the office is told; a setting, for no article names it
     * @param leader how long after the due time the 组长 is told; likewise
     */
    record Pace(Lights lights, Duration office, Duration leader) {}

    /** The rungs, the later ones first: a clock so short that it turns yellow and red at once is reminded of once. */
    enum Rung {
        LEADER,
        OFFICE,
        HEAD,
        RED,
        YELLOW
    }

    Reminders(Writing writing, MatterStore store, Clocks law, Pace pace, Clock clock) {
        this.writing = writing;
        this.store = store;
        this.law = law;
        this.pace = pace;
        this.clock = clock;
    }

    private record Due(UUID matter, int place, Instant at) {}

    /** Returns how many were sent. */
    int run(int most) {
        int sent = 0;
        for (var rung : Rung.values()) {
            for (var due : writing.inTransaction(db -> due(db, rung, most))) {
                try {
                    sent += writing.inTransaction(db -> remind(db, rung, due)) ? 1 : 0;
                } catch (RuntimeException e) {
                    // One matter that cannot be read must not keep everybody else's reminders back.
                    log.warn("事项 {} 的期限提醒未发出，下次再试", due.matter(), e);
                }
            }
        }
        return sent;
    }

    private List<Due> due(JdbcClient db, Rung rung, int most) {
        var now = clock.instant();
        var before = rung == Rung.RED || rung == Rung.YELLOW;
        var share = rung == Rung.RED ? pace.lights().red() : pace.lights().yellow();
        var after =
                switch (rung) {
                    case OFFICE -> pace.office();
                    case LEADER -> pace.leader();
                    default -> Duration.ZERO;
                };
        var reached = before
                ? "c.due_at > :now and c.starts_at + (c.due_at - c.starts_at) * :share <= :now"
                : "c.due_at <= :ran_out and c.due_at > :news";
        return db.sql("""
                        select c.matter_id, c.place, c.due_at
                          from matter.clock c
                         where c.ended_at is null and not c.suspended and %s
                           and not exists (select from matter.reminder r
                                            where r.matter_id = c.matter_id and r.place = c.place and r.due_at = c.due_at and r.rung = :rung)
                         order by c.due_at
                         limit :most
                        """.formatted(reached))
                .param("now", Timestamp.from(now))
                .param("share", share)
                .param("ran_out", Timestamp.from(now.minus(after)))
                .param("news", Timestamp.from(now.minus(NEWS)))
                .param("rung", rung.name())
                .param("most", most)
                .query((row, n) -> new Due(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    /** Whether anybody was told; it is remembered either way. */
    private boolean remind(JdbcClient db, Rung rung, Due due) {
        var fresh = remember(db, rung, due);
        if (rung == Rung.RED) {
            remember(db, Rung.YELLOW, due);
        }
        var stored = fresh ? store.lockLinked(db, due.matter()).orElse(null) : null;
        if (stored == null || stored.matter().clocks().size() <= due.place()) {
            return false;
        }
        var matter = stored.matter();
        var running = matter.clocks().get(due.place());
        if (!running.runs() || running.suspended() || !due.at().equals(running.dueAt())) {
            return false;
        }
        var statements = new Statements();
        var notices = notices(rung, running, due.at()).stream()
                .filter(n -> matter.seenBy(n.unit()))
                .toList();
        MatterStore.tell(statements, notices, matter, clock.instant());
        statements.send(db);
        return !notices.isEmpty();
    }

    private static boolean remember(JdbcClient db, Rung rung, Due due) {
        return db.sql(
                                "insert into matter.reminder (matter_id, place, due_at, rung) values (?, ?, ?, ?) on conflict do nothing")
                        .params(due.matter(), due.place(), Timestamp.from(due.at()), rung.name())
                        .update()
                == 1;
    }

    private List<Decision.Notice> notices(Rung rung, RunningClock running, Instant due) {
        var rule = law.rule(running.clock());
        var what = "《" + rule.law() + "》" + rule.article() + "的期限（" + rule.startsWhen() + "）";
        var ahead = what + "将于 " + Wording.minute(due) + " 届满，请抓紧办理";
        var late = what + "已于 " + Wording.minute(due) + " 届满，仍未办理";
        var unit = running.actorUnit();
        var notices = new ArrayList<Decision.Notice>();
        switch (rung) {
            case YELLOW -> notices.add(new Decision.Notice(unit, null, "提醒：" + ahead));
            case RED -> {
                notices.add(new Decision.Notice(unit, null, "再次提醒：" + ahead));
                notices.add(new Decision.Notice(unit, Post.HEAD, "请督促：" + ahead));
            }
            case HEAD -> add(notices, rule.onExpiry(), "负责人", new Decision.Notice(unit, Post.HEAD, late));
            case OFFICE -> add(notices, rule.onExpiry(), "办公室", new Decision.Notice(UnitId.OFFICE, null, late));
            case LEADER -> add(notices, rule.onExpiry(), "组长", new Decision.Notice(UnitId.GROUP_LEADER, null, late));
        }
        return notices;
    }

    private static void add(List<Decision.Notice> notices, String onExpiry, String told, Decision.Notice notice) {
        if (!onExpiry.contains(told)) {
            notices.add(notice);
        }
    }
}
