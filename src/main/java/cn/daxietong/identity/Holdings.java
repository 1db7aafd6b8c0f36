package cn.daxietong.identity;

import cn.daxietong.database.Writing;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes holdings; who may is asked before. */
@Component
class Holdings {
    private final Writing writing;
    private final Clock clock;

    Holdings(Writing writing, Clock clock) {
        this.writing = writing;
        this.clock = clock;
    }

    /** The account's open holdings with the account locked, so that two administrators cannot both find it free. */
    List<Holding> lock(AccountId account) {
        return writing.inTransaction(db -> {
            if (db.sql("select username from identity.account where username = ? for update")
                    .param(account.value())
                    .query(String.class)
                    .optional()
                    .isEmpty()) {
                throw Refusal.notFound();
            }
            return Accounts.holdings(db, account).stream()
                    .filter(holding -> holding.openAt(clock.instant()))
                    .toList();
        });
    }

    Holding lock(UUID id) {
        return writing.inTransaction(
                db -> db.sql("select " + Holding.COLUMNS + " from identity.holding h where h.id = ? for update")
                        .param(id)
                        .query(Holding::from)
                        .optional()
                        .orElseThrow(Refusal::notFound));
    }

    /** Others who are head now or will be, an acting one aside. */
    boolean hasHead(UnitId unit, AccountId besides) {
        return writing.inTransaction(db -> db.sql("""
                                select exists (select from identity.holding h join identity.account a on a.username = h.account
                                 where h.unit = ? and h.post = ? and not h.acting and not a.machine and h.account <> ?
                                   and (h.ends_at is null or h.ends_at > ?))
                                """)
                .params(unit.value(), Post.HEAD.code(), besides.value(), OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single());
    }

    void add(Holding holding) {
        add(holding, null);
    }

    void add(Holding holding, @Nullable AccountId actingFor) {
        writing.run(db -> db.sql("""
                        insert into identity.holding (id, account, unit, post, acting, acting_for, ground, starts_at, ends_at,
                               proposed_by, proposed_post, proposed_at, releasing_unit, confirmed_by, confirmed_at)
                        values (:id, :account, :unit, :post, :acting, :actingFor, :ground, :starts, :ends,
                               :by, :byPost, :now, :releasing, case when cast(:confirmed as timestamptz) is null then null else :by end, :confirmed)
                        """)
                .param("id", holding.id())
                .param("account", holding.account().value())
                .param("unit", holding.unit().value())
                .param("post", holding.post().code())
                .param("acting", holding.acting())
                .param("actingFor", actingFor == null ? null : actingFor.value(), Types.VARCHAR)
                .param("ground", holding.ground())
                .param("starts", at(holding.startsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ends", at(holding.endsAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", holding.proposedBy())
                .param("byPost", holding.proposedPost().code())
                .param("now", OffsetDateTime.now(clock))
                .param(
                        "releasing",
                        holding.releasingUnit() == null
                                ? null
                                : holding.releasingUnit().value(),
                        Types.VARCHAR)
                .param("confirmed", at(holding.confirmedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update());
    }

    void confirm(UUID id, AccountId by) {
        writing.run(db -> db.sql(
                        "update identity.holding set confirmed_by = ?, confirmed_at = ? where id = ? and confirmed_at is null")
                .params(by.value(), OffsetDateTime.now(clock), id)
                .update());
    }

    /** From this moment; one that has not begun ends at its own beginning and so never was. */
    void end(UUID id, AccountId by, String ground) {
        writing.run(db -> db.sql("""
                        update identity.holding set ends_at = greatest(starts_at, :now), ended_by = :by, end_ground = :ground
                         where id = :id and (ends_at is null or ends_at > :now)
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by.value())
                .param("ground", ground)
                .param("id", id)
                .update());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
