package cn.daxietong.exhibit;

import cn.daxietong.matter.Signed;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 保管链: who held the item where from when until when. One holder at every moment until its end; a handover that nobody has taken changes nothing.
 *
 * @param handover the last one; under way as long as nobody has signed for it
 */
record Custody(
        @Title("保管链") List<Hold> chain,
        @Title("最近一次移交") @Nullable Handover handover) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Custody {
        chain = List.copyOf(chain);
        for (int i = 0; i < chain.size() - 1; i++) {
            if (!chain.get(i + 1).from().equals(chain.get(i).until())) {
                throw new IllegalArgumentException("a custody chain has no gap and no two holders at once");
            }
        }
    }

    /** From here on this unit held it, at this place and this cost. */
    record Hold(
            @Title("保管单位") UnitId unit,
            @Title("存放地点") @Nullable String place,
            @Title("每天的保管费（元）") @Nullable BigDecimal dailyCostYuan,
            @Title("自") Instant from,
            @Title("至") @Nullable Instant until,
            @Title("方式") How how) {
        Hold ended(Instant at) {
            return new Hold(unit, place, dailyCostYuan, from, at, how);
        }

        /** The day on which it leaves is the next holder's. */
        private BigDecimal cost(Instant now) {
            if (dailyCostYuan == null) {
                return BigDecimal.ZERO;
            }
            var last = until;
            var days = ChronoUnit.DAYS.between(
                            from.atZone(ZONE).toLocalDate(),
                            (last == null ? now : last).atZone(ZONE).toLocalDate())
                    + (last == null ? 1 : 0);
            return dailyCostYuan.multiply(BigDecimal.valueOf(days));
        }
    }

    /** How a unit came to hold it. */
    enum How {
        @Title("采取措施")
        MEASURE,
        @Title("入库、移位")
        STORED,
        @Title("双方交接")
        HANDED_OVER,
        @Title("随移送交接")
        TRANSFERRED
    }

    /** Given by one side, and custody passes when the other has signed too. */
    record Handover(
            @Title("接收单位") UnitId to,
            @Title("请在此前接收") Instant answerBy,
            @Title("移交数量") BigDecimal quantity,

            @Title(value = "交接说明", multiline = true) @Nullable
            String note,

            @Title("交出") Signed gave,
            @Title("接收") @Nullable Signed took,
            @Title("实收数量") @Nullable BigDecimal counted) {
        boolean underWay() {
            return took == null;
        }
    }

    static Custody begun(UnitId unit, @Nullable String place, Instant since) {
        return new Custody(List.of(new Hold(unit, place, null, since, null, How.MEASURE)), null);
    }

    Hold current() {
        return chain.getLast();
    }

    UnitId custodian() {
        return current().unit();
    }

    /** Whoever held it before the present custodian. */
    Optional<UnitId> former() {
        return chain.reversed().stream()
                .map(Hold::unit)
                .filter(u -> !u.equals(custodian()))
                .findFirst();
    }

    Custody moved(UnitId unit, @Nullable String place, @Nullable BigDecimal dailyCost, How how, Instant at) {
        var moment = at.isBefore(current().from()) ? current().from() : at;
        var all = new ArrayList<>(chain.subList(0, chain.size() - 1));
        all.add(current().ended(moment));
        all.add(new Hold(unit, place, dailyCost, moment, null, how));
        return new Custody(all, pendingGone());
    }

    /** What was under way and is overtaken was never taken. */
    private @Nullable Handover pendingGone() {
        return handover != null && handover.underWay() ? null : handover;
    }

    Custody offered(Handover given) {
        return new Custody(chain, given);
    }

    Custody taken(Signed by, BigDecimal counted, String place, @Nullable BigDecimal dailyCost, Instant at) {
        var h = underWay().orElseThrow();
        var signed = new Handover(h.to(), h.answerBy(), h.quantity(), h.note(), h.gave(), by, counted);
        return moved(h.to(), place, dailyCost, How.HANDED_OVER, at).offered(signed);
    }

    Custody notTaken() {
        return new Custody(chain, pendingGone());
    }

    /** Nobody holds it any more: it is sold, returned, destroyed or with a court. */
    Custody ended(Instant at) {
        var all = new ArrayList<>(chain.subList(0, chain.size() - 1));
        all.add(current().ended(at));
        return new Custody(all, pendingGone());
    }

    Optional<Handover> underWay() {
        return Optional.ofNullable(handover).filter(Handover::underWay);
    }

    /** What keeping it has cost until now: derived from days and daily cost, never kept. */
    BigDecimal cost(Instant now) {
        return chain.stream().map(h -> h.cost(now)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean costs() {
        return chain.stream().anyMatch(h -> h.dailyCostYuan() != null);
    }
}
