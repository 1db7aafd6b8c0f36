package cn.daxietong.jointcase;

import cn.daxietong.jointcase.AssistanceAction.Request;
import cn.daxietong.matter.InHand;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request for assistance.
 *
 * @param text what is asked now; what was asked before stands with its report
 * @param namedAt when the officer was named
 */
public record Assistance(
        @Title("请求单位") UnitId asker,
        @Title("协查单位") UnitId assistant,
        @Title(value = "协查内容", multiline = true) String text,
        @Title("希望完成的时间") Instant dueAt,
        @Title("承办人") @Nullable AccountId officer,
        @Nullable Instant namedAt,
        @Title("协查结果") List<Result> results,
        @Title(value = "办理说明", multiline = true) @Nullable String note)
        implements InHand {

    /** What was found. */
    record Result(
            @Title("时间") Instant at,
            @Title("协查内容") String asked,
            @Title("结果") String text) {}

    static Assistance requested(Request r, UnitId asker, Instant at) {
        return new Assistance(
                asker, r.unit(), r.text(), r.dueAt(), r.officer(), r.officer() == null ? null : at, List.of(), null);
    }

    String title() {
        var first = text.lines().findFirst().orElse("");
        return "协查：" + (first.length() > 60 ? first.substring(0, 60) + "…" : first);
    }

    /** In the hand of the one named now, or else as it was. */
    Assistance inHandOf(@Nullable AccountId who, Instant at) {
        return who == null ? this : new Assistance(asker, assistant, text, dueAt, who, at, results, note);
    }

    @Override
    public List<Held> hands() {
        return officer == null || namedAt == null ? List.of() : List.of(new Held(assistant, officer, namedAt));
    }

    Assistance reported(String found, Instant at) {
        var all = new ArrayList<>(results);
        all.add(new Result(at, text, found));
        return new Assistance(asker, assistant, text, dueAt, officer, namedAt, List.copyOf(all), note);
    }

    Assistance askedMore(String more, Instant until) {
        return new Assistance(asker, assistant, more, until, officer, namedAt, results, note);
    }

    Assistance ended(String why) {
        return new Assistance(asker, assistant, text, dueAt, officer, namedAt, results, why);
    }
}
