package cn.daxietong.reward;

import cn.daxietong.law.RewardSchemes;
import cn.daxietong.law.RewardSchemes.How;
import cn.daxietong.law.RewardSchemes.Rate;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.reward.RewardAction.Eligibility;
import cn.daxietong.reward.RewardAction.Grant;
import cn.daxietong.reward.RewardAction.Propose;
import cn.daxietong.shared.UnitId;
import cn.daxietong.tipoff.Tip;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must hold before a reward is proposed, granted, claimed or given up. */
final class RewardConditions {
    private static final String CLAIM = "reward.claim";
    private static final String SERIES = "鹿打私举";

    static final Condition<Reward, Grant> FINANCE_WAS_ASKED = Condition.field(
            "finance_opinion",
            "finance_opinion",
            "market_reward",
            "金额达到须商同级财政部门的数额，请写明财政部门的意见",
            (reward, grant, scene) -> !reward.state().reckoning().consults() || said(grant.financeOpinion()));

    static final Condition<Reward, Action> IN_TIME =
            Condition.matter("claim_lapsed", "market_reward.claim", "领取期限已过，视为放弃", (reward, scene) -> until(reward)
                    .filter(due -> !due.isBefore(scene.now()))
                    .isPresent());

    static final Condition<Reward, Action> OUT_OF_TIME =
            Condition.pointless("claim_not_lapsed", "market_reward.claim", "领取期限还没有过", (reward, scene) -> until(reward)
                    .filter(due -> due.isBefore(scene.now()))
                    .isPresent());

    private final RewardSchemes schemes;

    RewardConditions(RewardSchemes schemes) {
        this.schemes = schemes;
    }

    List<Condition<Reward, Propose>> toPropose() {
        return Stream.concat(ofTheMatter(), ofThePerson()).toList();
    }

    private Stream<Condition<Reward, Propose>> ofTheMatter() {
        return Stream.of(
                Condition.field(
                        "about",
                        "not_substantiated",
                        "market_reward.3",
                        "只有已经答复“查实”的举报才能奖励；已经并案的举报不另行奖励，奖励先举报的人",
                        (none, p, scene) ->
                                tip(scene).filter(Tip::substantiated).isPresent()),
                propose("standard", "not_in_force", "notice.3.6", "举报当日这项奖励标准还没有施行，请选择其他标准", (p, scene) -> rate(
                                p, scene)
                        .isPresent()),
                propose(
                        "base",
                        "base_required",
                        "notice.3.6",
                        "按这项标准计算奖励，需要填写计算基数",
                        (p, scene) -> p.base() != null
                                || rate(p, scene)
                                        .filter(r -> r.how() != How.OFFICE)
                                        .isEmpty()),
                propose(
                        "amount",
                        "amount_required",
                        "notice.3.6",
                        "这项标准没有规定具体数额，请填写奖励金额",
                        (p, scene) -> p.amount() != null
                                || rate(p, scene)
                                        .filter(r -> r.how() != How.RECKONED)
                                        .isEmpty()),
                propose(
                        "amount",
                        "amount_is_reckoned",
                        "notice.3.6",
                        "这项标准的数额由平台计算，请不要另填金额",
                        (p, scene) -> p.amount() == null
                                || rate(p, scene)
                                        .filter(r -> r.how() == How.RECKONED)
                                        .isEmpty()),
                propose("amount", "above_the_maximum", "customs_reward", "金额超过了这项标准的最高额，请改小", this::withinTheMaximum),
                propose(
                        "basis",
                        "basis_required",
                        "notice.3.6",
                        "自己填写金额的，请写明依据",
                        (p, scene) -> p.amount() == null || said(p.basis())),
                propose(
                        "payer",
                        "halves_in_one_hand",
                        "notice.3.6",
                        "金额和资格由两个单位分别复核：请选择指挥部办公室和县司法局以外的出资或者办案单位",
                        (p, scene) -> !p.payer().equals(UnitId.OFFICE)
                                && !p.payer().equals(RewardProcedure.EXAMINER)
                                && scene.directory().unit(p.payer()).isPresent()),
                propose(
                        "case_number",
                        "names_the_tipoff",
                        "market_complaint.33",
                        "复核金额的单位不应看到举报编号，请删去",
                        (p, scene) -> !p.caseNumber().contains(SERIES)),
                propose(
                        "basis",
                        "names_the_tipoff",
                        "market_complaint.33",
                        "复核金额的单位不应看到举报编号，请删去",
                        (p, scene) -> !String.valueOf(p.basis()).contains(SERIES)),
                propose(
                        "eligibility.checked",
                        "names_the_case",
                        "market_complaint.33",
                        "复核资格的单位不应看到案件编号，请删去",
                        (p, scene) -> !p.eligibility()
                                .checked()
                                .contains(p.caseNumber().strip())));
    }

    private static Stream<Condition<Reward, Propose>> ofThePerson() {
        return Stream.of(
                eligible("first_teller", "market_reward.claim", "多人举报同一事项的，只奖励第一举报人", Eligibility::firstTeller),
                eligible("official", "market_reward", "工作人员和有法定监督、报告义务的人不予奖励", e -> !e.official()),
                eligible("injured", "market_reward", "被侵权方及其代理人、利害关系人不予奖励", e -> !e.injured()),
                propose(
                        "eligibility.participated",
                        "not_eligible",
                        "market_reward",
                        "实施违法行为的人不予奖励，内部举报人除外",
                        (p, scene) -> !p.eligibility().participated()
                                || tip(scene).filter(Tip::insider).isPresent()),
                eligible("rewarded", "market_reward.claim", "已经获得奖励或者报酬的，不重复奖励", e -> !e.rewarded()));
    }

    private static Condition<Reward, Propose> eligible(
            String field, String law, String sentence, Predicate<Eligibility> test) {
        return propose("eligibility." + field, "not_eligible", law, sentence, (p, scene) -> test.test(p.eligibility()));
    }

    private static Condition<Reward, Propose> propose(
            String field, String code, String law, String sentence, BiPredicate<Propose, Scene> test) {
        return Condition.field(field, code, law, sentence, (none, p, scene) -> test.test(p, scene));
    }

    Optional<Rate> rate(Propose p, Scene scene) {
        return tip(scene).flatMap(tip -> schemes.rate(p.standard(), tip.filedOn()));
    }

    private boolean withinTheMaximum(Propose p, Scene scene) {
        var amount = p.amount();
        var base = p.base();
        return amount == null
                || base == null
                || rate(p, scene)
                        .filter(r -> r.how() == How.AT_MOST)
                        .flatMap(r -> r.amount(base))
                        .map(most -> amount.compareTo(most) <= 0)
                        .orElse(true);
    }

    private static Optional<Tip> tip(Scene scene) {
        return scene.about().map(Matter::state).filter(Tip.class::isInstance).map(Tip.class::cast);
    }

    private static Optional<Instant> until(Matter<Reward> reward) {
        return reward.clocks().stream()
                .filter(c -> c.clock().equals(CLAIM) && c.runs())
                .flatMap(c -> Stream.ofNullable(c.dueAt()))
                .findFirst();
    }

    private static boolean said(@org.jspecify.annotations.Nullable String text) {
        return text != null && !text.isBlank();
    }
}
