package cn.daxietong.reward;

import cn.daxietong.database.Writing;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.reward.Awards.Claimable;
import cn.daxietong.reward.RewardAction.Claim;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.Filing;
import cn.daxietong.tipoff.ForTheTeller;
import cn.daxietong.tipoff.ReceiptCode;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What a teller does about a reward: sees that there is one, and takes the voucher. */
@Service
class Claims implements ForTheTeller {
    /** The platform acts for the teller, who has no account. */
    private static final Viewer PLATFORM =
            new Viewer(AccountId.SYSTEM, UnitId.OFFICE, Post.HANDLER, "平台", false, Set.of());

    private final Writing writing;
    private final Proceedings proceedings;
    private final Filing filing;
    private final Vouchers vouchers;

    Claims(Writing writing, Proceedings proceedings, Filing filing, Vouchers vouchers) {
        this.writing = writing;
        this.proceedings = proceedings;
        this.filing = filing;
        this.vouchers = vouchers;
    }

    @Override
    public Optional<Offer> offer(UUID tipoff) {
        return claimable(tipoff)
                .map(c -> new Offer(
                        "奖励已经批准",
                        "您的举报已经查实，奖励 " + Yuan.text(c.amount()) + "，请在 " + c.until() + "（含当日）以前领取凭证。",
                        "/report/reward",
                        "领取奖励"));
    }

    /** What whoever has code and word may claim. */
    Optional<Claimable> claimable(String code, String word) {
        return filing.known(code, word).flatMap(this::claimable);
    }

    private Optional<Claimable> claimable(UUID tipoff) {
        return writing.inTransaction(db -> Awards.claimable(db, tipoff, vouchers.today()));
    }

    /** The voucher that was shown becomes good, and the reward is claimed, together or not at all; sent twice it is done once. */
    Optional<Voucher> claim(String code, String word, ReceiptCode voucher, Pin pin) {
        var secret = pin.secret(voucher);
        var known = filing.known(code, word);
        known.ifPresent(tipoff -> writing.run(db -> Awards.claimable(db, tipoff, vouchers.today())
                .filter(c -> ReceiptCode.typed(code)
                        .map(c::voucher)
                        .filter(voucher::equals)
                        .isPresent())
                .ifPresent(c -> {
                    // The hour of claiming could be compared with who was on line; the day is enough.
                    var day = vouchers.today().atStartOfDay(Awards.ZONE);
                    proceedings.asOf(Clock.fixed(day.toInstant(), Awards.ZONE)).act(PLATFORM, c.reward(), new Claim());
                    vouchers.issue(db, secret, c.amount(), c.fund());
                })));
        return known.flatMap(tipoff -> vouchers.find(secret));
    }
}
