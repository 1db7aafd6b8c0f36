package cn.daxietong.web;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.Json;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers that named posts got the first time, for a day. */
@Repository
class FirstAnswers {
    private static final Duration KEPT = Duration.ofHours(24);
    /** After so long without an answer whoever claimed it is taken for dead; if it lives after all, its step is refused ({@link CarriedOut}). */
    private static final Duration TAKEN_FOR_DEAD = Duration.ofSeconds(30);

    private final Writing writing;
    private final Clock clock;

    FirstAnswers(Writing writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    /** What was answered: status, the headers worth repeating, and the body. */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** What is known of a post. */
    sealed interface Known {
        /** It has not been carried out; whoever asked is to do so. */
        record New(OffsetDateTime claimedAt) implements Known {}

        /** It was carried out on this matter, and the platform stopped before the answer was kept. */
        record Done(UUID matter) implements Known {}

        /** It is being carried out, or was when the server stopped. */
        record Running(OffsetDateTime since) implements Known {}

        /** The key was used for something else. */
        record Other() implements Known {}

        /** It was carried out, and this was the answer. */
        record Answered(Answer answer) implements Known {}
    }

    private record Row(
            byte @Nullable [] body,
            OffsetDateTime claimedAt,
            byte @Nullable [] answer,
            @Nullable UUID matter) {}

    /**
     * Claims a post for whoever asks first.
     *
     * @param step whether its step notes that it was carried out, so that one without a note can be carried out anew
     * @param body the body's digest; null where bodies are not compared, or not yet, as with files, which are read only while they are taken in
     */
    Known claim(PostName name, boolean step, byte @Nullable [] body) {
        var now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        return writing.inTransaction(db -> {
            db.sql("""
                    delete from web.idempotency
                     where id in (select id from web.idempotency where claimed_at < :expired limit 100 for update skip locked)
                    """).param("expired", now.minus(KEPT)).update();
            var claimed = db.sql("""
                    insert into web.idempotency (id, body_sha256, claimed_at) values (:id, :body, :now)
                    on conflict (id) do nothing
                    """)
                    .param("id", name.id())
                    .param("body", body, Types.BINARY)
                    .param("now", now)
                    .update();
            if (claimed == 1) {
                return new Known.New(now);
            }
            var known = known(name, body, find(db, name), now);
            return step && known instanceof Known.Running(var since) && takesOver(db, name, since, now)
                    ? new Known.New(now)
                    : known;
        });
    }

    private static boolean takesOver(JdbcClient db, PostName name, OffsetDateTime since, OffsetDateTime now) {
        return since.isBefore(now.minus(TAKEN_FOR_DEAD))
                && db.sql("""
                                update web.idempotency set claimed_at = :now
                                 where id = :id and claimed_at = :since and answer is null and matter is null
                                """)
                                .param("id", name.id())
                                .param("since", since)
                                .param("now", now)
                                .update()
                        == 1;
    }

    /** @param body the digest of a body that was not known when the post was claimed */
    void keep(PostName name, Answer answer, byte @Nullable [] body) {
        var sealed = name.seal(Json.MAPPER.writeValueAsBytes(answer));
        writing.run(db -> db.sql("""
                        update web.idempotency
                           set status = :status, answer = :answer, body_sha256 = coalesce(cast(:body as bytea), body_sha256)
                         where id = :id
                        """)
                .param("status", answer.status())
                .param("body", body, Types.BINARY)
                .param("answer", sealed)
                .param("id", name.id())
                .update());
    }

    /** Nothing was done, so the same post may be tried again. */
    void release(PostName name) {
        writing.run(db -> db.sql("delete from web.idempotency where id = :id and answer is null and matter is null")
                .param("id", name.id())
                .update());
    }

    private static Optional<Row> find(JdbcClient db, PostName name) {
        return db.sql("select body_sha256, claimed_at, answer, matter from web.idempotency where id = :id")
                .param("id", name.id())
                .query((row, n) -> new Row(
                        row.getBytes("body_sha256"),
                        row.getObject("claimed_at", OffsetDateTime.class),
                        row.getBytes("answer"),
                        row.getObject("matter", UUID.class)))
                .optional();
    }

    private static Known known(PostName name, byte @Nullable [] body, Optional<Row> found, OffsetDateTime now) {
        if (found.isEmpty()) {
            // Released between the insert and this look; the caller asks again.
            return new Known.Running(now);
        }
        var row = found.get();
        if (row.body() != null && body != null && !Arrays.equals(row.body(), body)) {
            return new Known.Other();
        }
        if (row.answer() != null) {
            return new Known.Answered(Json.MAPPER.readValue(name.open(row.answer()), Answer.class));
        }
        // Just carried out, its answer is most likely on its way.
        return row.matter() != null && row.claimedAt().isBefore(now.minus(TAKEN_FOR_DEAD))
                ? new Known.Done(row.matter())
                : new Known.Running(row.claimedAt());
    }
}
