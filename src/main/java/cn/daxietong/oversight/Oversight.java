package cn.daxietong.oversight;

import cn.daxietong.matter.Matter;
import cn.daxietong.oversight.OversightAction.Answer;
import cn.daxietong.oversight.OversightAction.Form;
import cn.daxietong.oversight.OversightAction.Insist;
import cn.daxietong.oversight.OversightAction.Issue;
import cn.daxietong.oversight.OversightAction.Reply;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an oversight opinion.
 *
 * @param overseer the organ whose opinion it is
 * @param overseen the unit that answers for the matter, and so for the reply
 */
public record Oversight(
        @Title("监督方式") Form form,
        @Title("监督的事项") String subject,
        @Title("监督机关") UnitId overseer,
        @Title("被监督单位") UnitId overseen,
        @Title("现行意见") Demand demand,
        @Title("往来") List<Exchange> exchanges,
        @Title("报告的机关") @Nullable UnitId superior,
        @Title(value = "监督结果", multiline = true) @Nullable String result) {

    /** What is asked now, and until when. */
    record Demand(
            @Title(value = "意见", multiline = true) String text,
            @Title("回复期限") Instant replyBy) {}

    /** An opinion with its reply. */
    record Exchange(
            @Title("回复时间") Instant at,
            @Title("意见") String demand,
            @Title("处理情况") Answer answer,
            @Title("回复内容") String text) {}

    static Oversight issued(Issue i, Matter<?> about, UnitId overseer) {
        return new Oversight(
                i.form(),
                about.cited(),
                overseer,
                OversightConditions.overseen(i.form(), about),
                new Demand(i.text(), i.replyBy()),
                List.of(),
                null,
                null);
    }

    Oversight replied(Reply r, Instant at) {
        var all = new ArrayList<>(exchanges);
        all.add(new Exchange(at, demand.text(), r.answer(), r.text()));
        return with(overseen, demand, List.copyOf(all), superior, result);
    }

    Oversight insisting(Insist i) {
        return with(overseen, new Demand(i.text(), i.replyBy()), exchanges, superior, result);
    }

    /** The matter changed hands, and whoever answers for it now answers here. */
    Oversight answeredBy(UnitId unit) {
        return with(unit, demand, exchanges, superior, result);
    }

    Oversight reportedUp(UnitId to) {
        return with(overseen, demand, exchanges, to, result);
    }

    Oversight ended(String how) {
        return with(overseen, demand, exchanges, superior, how);
    }

    private Oversight with(
            UnitId unit, Demand asked, List<Exchange> said, @Nullable UnitId above, @Nullable String how) {
        return new Oversight(form, subject, overseer, unit, asked, said, above, how);
    }
}
