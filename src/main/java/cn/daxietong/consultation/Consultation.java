package cn.daxietong.consultation;

import cn.daxietong.consultation.ConsultationAction.Answer;
import cn.daxietong.consultation.ConsultationAction.Ask;
import cn.daxietong.consultation.ConsultationAction.AskAgain;
import cn.daxietong.consultation.ConsultationAction.Close;
import cn.daxietong.consultation.ConsultationAction.Item;
import cn.daxietong.consultation.ConsultationAction.Join;
import cn.daxietong.consultation.ConsultationAction.Subject;
import cn.daxietong.consultation.ConsultationAction.Taken;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a consultation.
 *
 * @param caseTitle what it is about, where it is about a case
 * @param offence the kind of case, by which later cases find the evidence items; absent for a general question
 * @param round what is being asked now
 */
public record Consultation(
        @Title("咨询类别") Subject subject,
        @Title("所涉案件") @Nullable String caseTitle,
        @Nullable Offence offence,
        @Title("提出单位") UnitId asker,
        @Title("咨询单位") UnitId addressee,
        @Title("当前问题") Round round,
        @Title("提前介入") @Nullable Intervention intervention,
        @Title("答复") List<Opinion> opinions,
        @Title("证据清单") List<Item> items,
        @Title("采纳情况") @Nullable Taken taken,
        @Title(value = "办理说明", multiline = true) @Nullable String note) {

    /** The kind of case: what was done with which goods; codes of the law's tables. */
    record Offence(String commodity, String act) {}

    /** A question with the time it should be answered by. */
    record Round(
            @Title(value = "问题", multiline = true) String question,
            @Title("希望答复的时间") Instant replyBy) {}

    /** When and how the procuratorate joins (notice 四（五）). */
    record Intervention(
            @Title("时间") Instant at,
            @Title("地点") String place,
            @Title(value = "方式和内容", multiline = true) String manner) {}

    /** An answer; advice, never a decision. */
    record Opinion(
            @Title("时间") Instant at,
            @Title("问题") String question,
            @Title("答复意见") String text) {}

    static Consultation asked(Ask a, UnitId asker, @Nullable String caseTitle, @Nullable Offence offence) {
        return new Consultation(
                a.subject(),
                caseTitle,
                offence,
                asker,
                a.unit(),
                new Round(a.question(), a.replyBy()),
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    String title() {
        var what = caseTitle == null ? round.question().lines().findFirst().orElse("") : caseTitle;
        return "咨询：" + (what.length() > 60 ? what.substring(0, 60) + "…" : what);
    }

    Consultation joined(Join j) {
        return with(round, new Intervention(j.at(), j.place(), j.manner()), opinions, items, taken, note);
    }

    Consultation postponed(Instant replyBy, String reason) {
        return with(new Round(round.question(), replyBy), intervention, opinions, items, taken, reason);
    }

    Consultation answered(Answer a, Instant at) {
        var all = new ArrayList<>(opinions);
        all.add(new Opinion(at, round.question(), a.opinion()));
        var more = new ArrayList<>(items);
        more.addAll(a.items());
        return with(round, intervention, List.copyOf(all), List.copyOf(more), taken, note);
    }

    Consultation askedAgain(AskAgain a) {
        return with(new Round(a.question(), a.replyBy()), intervention, opinions, items, taken, note);
    }

    Consultation closed(Close c) {
        return with(round, intervention, opinions, items, c.taken(), c.note());
    }

    Consultation ended(String why) {
        return with(round, intervention, opinions, items, taken, why);
    }

    private Consultation with(
            Round now,
            @Nullable Intervention joining,
            List<Opinion> said,
            List<Item> evidence,
            @Nullable Taken made,
            @Nullable String words) {
        return new Consultation(
                subject, caseTitle, offence, asker, addressee, now, joining, said, evidence, made, words);
    }
}
