package cn.daxietong.reward;

import cn.daxietong.matter.Matter;
import cn.daxietong.matter.StepListener;
import cn.daxietong.shared.Refusal;
import cn.daxietong.tipoff.ReceiptCode;
import cn.daxietong.tipoff.ToTheTeller;
import java.math.BigDecimal;
import java.sql.Date;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps, with each step of a reward, what must be true of all rewards together: one for each matter, and sums that balance. */
@Component
final class Awards implements StepListener {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ToTheTeller teller;

    Awards(ToTheTeller teller) {
        this.teller = teller;
    }

    @Override
    public void taken(JdbcClient db, Matter<?> after, String event) {
        if (!(after.state() instanceof Reward reward)) {
            return;
        }
        switch (event) {
            case "propose" -> once(db, after.id(), reward);
            case "grant" -> granted(db, after, reward);
            case "claim" -> ended(db, after, reward, "claimed");
            case "lapse" -> ended(db, after, reward, "lapsed");
            default -> {
                if (after.status().equals(RewardStatus.REFUSED.code())
                        || after.status().equals(RewardStatus.WITHDRAWN.code())) {
                    db.sql("delete from reward.once where reward_id = ?")
                            .param(after.id())
                            .update();
                }
                if (after.status().equals(RewardStatus.REFUSED.code())) {
                    tell(db, after, "您的举报已经查实。经复核，这件举报不符合奖励的条件，不予奖励。如有不清楚的地方，可以在本页留言询问。");
                }
            }
        }
    }

    /** Two that come at once wait for each other here, and the second is told. */
    private static void once(JdbcClient db, UUID id, Reward reward) {
        for (var fact : List.of("matter " + reward.led(), "case " + bare(reward.caseNumber()))) {
            int taken = db.sql("insert into reward.once (fact, reward_id) values (?, ?) on conflict do nothing")
                    .params(fact, id)
                    .update();
            if (taken == 0) {
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "already_rewarded",
                        "已有奖励",
                        "这件举报或者这个案件已经奖励过，或者正在办理奖励。同一案件只奖励一次，奖励第一举报人；不重复提出。");
            }
        }
    }

    /** However the number was typed. */
    private static String bare(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Punct}〔〕【】]", "")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private void granted(JdbcClient db, Matter<?> after, Reward reward) {
        var until = after.clocks().stream()
                .filter(c -> c.clock().equals("reward.claim") && c.runs())
                .map(c -> day(java.util.Objects.requireNonNull(c.dueAt())))
                .findFirst()
                .orElseThrow();
        db.sql("insert into reward.claimable (tipoff_id, reward_id, amount, fund, until) values (?, ?, ?, ?, ?)")
                .params(
                        tipoff(after),
                        after.id(),
                        reward.reckoning().amount(),
                        reward.reckoning().fund(),
                        Date.valueOf(until))
                .update();
        tally(db, day(after.updatedAt()), reward, "granted");
        tell(
                db,
                after,
                "您的举报已经查实，奖励已经批准。请在" + until.getYear() + "年" + until.getMonthValue() + "月" + until.getDayOfMonth()
                        + "日前，在本页点“领取奖励”，设六位数字的取款密码，抄下凭证码。凭凭证码和取款密码到付款点领取，不问姓名。逾期视为放弃。");
    }

    private static void ended(JdbcClient db, Matter<?> after, Reward reward, String how) {
        db.sql("delete from reward.claimable where reward_id = ?")
                .param(after.id())
                .update();
        tally(db, day(after.updatedAt()), reward, how);
    }

    private static void tally(JdbcClient db, LocalDate day, Reward reward, String what) {
        db.sql("insert into reward.tally (day, fund, what, amount) values (?, ?, ?, ?)")
                .params(
                        Date.valueOf(day),
                        reward.reckoning().fund(),
                        what,
                        reward.reckoning().amount())
                .update();
    }

    private void tell(JdbcClient db, Matter<?> after, String text) {
        teller.write(db, tipoff(after), text, day(after.updatedAt()));
    }

    private static UUID tipoff(Matter<?> reward) {
        return reward.linked("tipoff").orElseThrow();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** What the teller of a tip-off may claim now. */
    record Claimable(UUID reward, BigDecimal amount, String fund, LocalDate until, UUID salt) {
        /** Always the same for one teller and reward until the voucher is good; without the teller's receipt it is nobody's to reckon. */
        ReceiptCode voucher(ReceiptCode receipt) {
            return ReceiptCode.of("voucher " + salt + " " + receipt.digits());
        }

        @Override
        public String toString() {
            return "可领取的奖励";
        }
    }

    static java.util.Optional<Claimable> claimable(JdbcClient db, UUID tipoff, LocalDate today) {
        return db.sql(
                        "select reward_id, amount, fund, until, salt from reward.claimable where tipoff_id = ? and until >= ?")
                .params(tipoff, Date.valueOf(today))
                .query((row, n) -> new Claimable(
                        row.getObject(1, UUID.class),
                        row.getBigDecimal(2),
                        row.getString(3),
                        row.getDate(4).toLocalDate(),
                        row.getObject(5, UUID.class)))
                .optional();
    }
}
