package cn.daxietong.web;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.Json;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers that named posts got the first time, for a day. */
@Repository
class FirstAnswers {
    private static final Duration KEPT = Duration.ofHours(24);

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
        /** Nobody has sent it before; whoever asked is to carry it out. */
        record New() implements Known {}

        /** It is being carried out, or was when the server stopped. */
        record Running(OffsetDateTime since) implements Known {}

        /** The key was used for something else. */
        record Other() implements Known {}

        /** It was carried out, and this was the answer. */
        record Answered(Answer answer) implements Known {}
    }

    private record Row(byte @Nullable [] body, OffsetDateTime claimedAt, byte @Nullable [] answer) {}

    /**
     * Claims a post for whoever asks first.
     *
     * @param body the body's digest; null where bodies are not compared, or not yet, as with files, which are read only while they are taken in
     */
    Known claim(PostName name, byte @Nullable [] body) {
        var now = OffsetDateTime.now(clock);
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
            return claimed == 1 ? new Known.New() : known(name, body, find(db, name), now);
        });
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
        writing.run(db -> db.sql("delete from web.idempotency where id = :id and answer is null")
                .param("id", name.id())
                .update());
    }

    private static Optional<Row> find(JdbcClient db, PostName name) {
        return db.sql("select body_sha256, claimed_at, answer from web.idempotency where id = :id")
                .param("id", name.id())
                .query((row, n) -> new Row(
                        row.getBytes("body_sha256"),
                        row.getObject("claimed_at", OffsetDateTime.class),
                        row.getBytes("answer")))
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
        return row.answer() == null
                ? new Known.Running(row.claimedAt())
                : new Known.Answered(Json.MAPPER.readValue(name.open(row.answer()), Answer.class));
    }
}
