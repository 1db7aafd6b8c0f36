package cn.daxietong.recusal;

import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.recusal.RecusalAction.Apply;
import cn.daxietong.recusal.RecusalAction.Grant;
import cn.daxietong.recusal.RecusalAction.Source;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a recusal.
 *
 * @param unit whose officer it is
 * @param basis the article, as it is cited; where no article of ours says it, what the applicant named, marked as not reviewed
 * @param decider the unit whose head decides
 * @param answer what was decided; absent before
 * @param note why it ended otherwise
 */
public record Recusal(
        @Title("涉及事项") Subject subject,
        @Title("应当回避的人员") AccountId officer,
        @Title("所在单位") UnitId unit,
        @Title("由谁提出") Source source,
        @Title("申请") Signed applied,
        @Title(value = "理由", multiline = true) String reason,
        @Title("依据") String basis,
        @Title("由谁的负责人决定") UnitId decider,
        @Title("决定") @Nullable Answer answer,

        @Title(value = "撤回、解除的理由", multiline = true) @Nullable
        String note) {

    /** What the officer stands aside from, as it was called when it was applied for. */
    record Subject(@Title("编号") String number, @Title("名称") String title) {}

    /** @param successor who goes on; absent where the officer does */
    record Answer(
            @Title("是否回避") boolean recused,
            @Title("接替人") @Nullable AccountId successor,
            @Title(value = "决定的理由", multiline = true) String reason,
            @Title("决定人") Signed signed) {}

    static Recusal applied(Apply a, Scene scene) {
        var about = scene.about().orElseThrow();
        var unit = RecusalConditions.unitOf(a.officer(), scene).orElseThrow();
        var decider = RecusalConditions.decider(a.officer(), unit, scene).orElseThrow();
        return new Recusal(
                subject(about, unit, decider),
                a.officer(),
                unit,
                a.source(),
                Signed.by(scene),
                a.reason(),
                RecusalConditions.basis(a, unit, scene),
                decider,
                null,
                null);
    }

    /** Another unit that decides over a head need not see the matter, and its title tells of it. */
    private static Subject subject(Matter<?> about, UnitId unit, UnitId decider) {
        var told = decider.equals(unit) || about.seenBy(decider);
        return new Subject(about.number(), told ? about.title() : about.number());
    }

    String title() {
        return "回避：" + subject.title();
    }

    Recusal granted(Grant g, Scene scene) {
        return with(new Answer(true, g.successor(), g.reason(), Signed.by(scene)), note);
    }

    Recusal refused(String why, Scene scene) {
        return with(new Answer(false, null, why, Signed.by(scene)), note);
    }

    Recusal ended(String why) {
        return with(answer, why);
    }

    private Recusal with(@Nullable Answer next, @Nullable String words) {
        return new Recusal(subject, officer, unit, source, applied, reason, basis, decider, next, words);
    }

    boolean recused() {
        return answer != null && answer.recused;
    }

    AccountId successor() {
        return Objects.requireNonNull(Objects.requireNonNull(answer).successor);
    }

    boolean decidedElsewhere() {
        return !decider.equals(unit);
    }
}
