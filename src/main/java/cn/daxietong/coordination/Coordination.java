package cn.daxietong.coordination;

import cn.daxietong.coordination.CoordinationAction.Advise;
import cn.daxietong.coordination.CoordinationAction.Convene;
import cn.daxietong.coordination.CoordinationAction.RecordMeeting;
import cn.daxietong.coordination.CoordinationAction.Reply;
import cn.daxietong.coordination.CoordinationAction.Request;
import cn.daxietong.coordination.CoordinationAction.Taken;
import cn.daxietong.coordination.CoordinationAction.View;
import cn.daxietong.matter.Matter;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a coordination.
 *
 * @param views the units that handle the case, and where they differ
 * @param replies how each of them took the advice up; asked of all of them anew by new advice
 */
public record Coordination(
        @Title("所涉事项") Subject subject,
        @Title("提请单位") UnitId asker,
        @Title("各办案单位的意见") List<View> views,
        @Title(value = "需要协调的问题", multiline = true) String questions,
        @Title("协调会议") @Nullable Meeting meeting,
        @Title("会议纪要") List<Minutes> minutes,
        @Title("协调意见") @Nullable Advice advice,
        @Title("采纳情况") List<Uptake> replies,
        @Title(value = "办理说明", multiline = true) @Nullable String note) {

    /** Our own statement of what advice is, on form, page and letter alike. */
    static final String ADVICE = "协调意见供各单位依法办理时参考，不代替法院、检察院、公安机关和行政执法机关作出决定；案件怎样定性、怎样处理，由各单位依照法定职权和程序决定";

    /** What it is about, as it was called when coordination was asked for. */
    record Subject(@Title("编号") String number, @Title("名称") String title) {}

    /** A meeting to come. */
    record Meeting(
            @Title("时间") Instant at,
            @Title("地点") String place,
            @Title("另请参加的单位") List<UnitId> others) {}

    /** A meeting that was held. */
    record Minutes(
            @Title("开会时间") Instant at,
            @Title("到会单位") List<UnitId> units,
            @Title("纪要") String text) {}

    /** What 县委政法委 advises. */
    record Advice(
            @Title("出具时间") Instant at,
            @Title(value = "意见", multiline = true) String text,
            @Title("请各单位回复的时间") Instant replyBy) {}

    /** How a unit took it up. */
    record Uptake(
            @Title("单位") UnitId unit,
            @Title("时间") Instant at,
            @Title("采纳情况") Taken taken,
            @Title("说明") String text) {}

    static Coordination requested(Request r, Matter<?> about, UnitId asker) {
        return new Coordination(
                new Subject(about.number(), about.title()),
                asker,
                r.views(),
                r.questions(),
                null,
                List.of(),
                null,
                List.of(),
                null);
    }

    String title() {
        return "协调：" + subject.title();
    }

    Set<UnitId> units() {
        var units = new LinkedHashSet<UnitId>();
        views.forEach(v -> units.add(v.unit()));
        return units;
    }

    Set<UnitId> invited() {
        return meeting == null ? Set.of() : Set.copyOf(meeting.others());
    }

    Set<UnitId> stillToReply() {
        var rest = new LinkedHashSet<>(units());
        replies.forEach(r -> rest.remove(r.unit()));
        return rest;
    }

    Coordination convened(Convene c) {
        return with(new Meeting(c.at(), c.place(), c.others()), minutes, advice, replies, note);
    }

    Coordination met(RecordMeeting m) {
        return with(meeting, plus(minutes, new Minutes(m.at(), m.units(), m.minutes())), advice, replies, note);
    }

    Coordination advised(Advise a, Instant at) {
        return with(meeting, minutes, new Advice(at, a.text(), a.replyBy()), List.of(), note);
    }

    Coordination replied(Reply r, UnitId unit, Instant at) {
        return with(meeting, minutes, advice, plus(replies, new Uptake(unit, at, r.taken(), r.text())), note);
    }

    Coordination ended(String why) {
        return with(meeting, minutes, advice, replies, why);
    }

    @Nullable
    Instant replyBy() {
        return advice == null ? null : advice.replyBy();
    }

    private Coordination with(
            @Nullable Meeting ahead,
            List<Minutes> held,
            @Nullable Advice given,
            List<Uptake> taken,
            @Nullable String words) {
        return new Coordination(subject, asker, views, questions, ahead, held, given, taken, words);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        var all = new ArrayList<>(list);
        all.add(one);
        return List.copyOf(all);
    }
}
