package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Failures in a row for each name that was typed, whether or not it exists. */
@Component
class Attempts {
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final Writing writing;
    private final Clock clock;

    Attempts(Writing writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    Optional<Instant> lockedUntil(String name) {
        return writing.inTransaction(
                        db -> db.sql("select locked_until from identity.attempt where digest = ? and locked_until > ?")
                                .params(Secrets.digest(name), now())
                                .query(OffsetDateTime.class)
                                .optional())
                .map(OffsetDateTime::toInstant);
    }

    /** Counts one more and says until when the name is shut now, if it is. */
    Optional<Instant> failed(String name) {
        return writing.inTransaction(db -> {
            db.sql("delete from identity.attempt where last_at < ?")
                    .param(now().minus(REMEMBERED))
                    .update();
            int failures = db.sql("""
                            insert into identity.attempt (digest, failures, last_at) values (:digest, 1, :now)
                            on conflict (digest) do update set failures = attempt.failures + 1, last_at = :now
                            returning failures
                            """)
                    .param("digest", Secrets.digest(name))
                    .param("now", now())
                    .query(Integer.class)
                    .single();
            var shut = Lockout.after(failures);
            if (shut.isZero()) {
                return Optional.empty();
            }
            var until = now().plus(shut);
            db.sql("update identity.attempt set locked_until = ? where digest = ?")
                    .params(until, Secrets.digest(name))
                    .update();
            return Optional.of(until.toInstant());
        });
    }

    void forget(String name) {
        writing.run(db -> db.sql("delete from identity.attempt where digest = ?")
                .param(Secrets.digest(name))
                .update());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
