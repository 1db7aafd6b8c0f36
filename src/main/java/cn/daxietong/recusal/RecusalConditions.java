package cn.daxietong.recusal;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Directory;
import cn.daxietong.matter.Participant;
import cn.daxietong.matter.Scene;
import cn.daxietong.recusal.RecusalAction.Apply;
import cn.daxietong.recusal.RecusalAction.Grant;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold before an officer stands aside. */
final class RecusalConditions {
    /** Of which no other unit learns that there is one (doc/adr/0017). */
    private static final String CLUE = "integrity_clue";

    /** Organs that penalise; for police, procuratorate, court and supervision our facts have no article. */
    private static final Set<String> ADMINISTRATIVE = Set.of("enforcement", "customs");

    private static final List<Post> POSTS = List.of(Post.HANDLER, Post.HEAD);

    /** Others in the unit know nothing of what one person alone sees, and could not go on with it. */
    static final Condition<Recusal, Action> SEEN_BY_THE_UNIT = Condition.pointless(
            "one_persons_sight", "penalty.43", "该事项在本单位只有您一人能看到，没有可以接替的人，不办理回避；请向受理单位说明", (r, scene) -> scene.about()
                    .map(m -> m.seenOnlyBy(scene.unit()).isEmpty())
                    .orElse(true));

    static final Condition<Recusal, Apply> AN_OFFICER_IN_CHARGE = Condition.field(
            "officer", "not_an_officer", "penalty.43", "请选择本单位人员，或者参与该事项的单位的经办人、正职负责人", (r, a, scene) -> unitOf(
                            a.officer(), scene)
                    .isPresent());

    static final Condition<Recusal, Apply> ONESELF = Condition.field(
            "source",
            "not_oneself",
            "penalty.43",
            "“本人自行回避”只能由应当回避的人自己提出，请改选其他来源",
            (r, a, scene) -> a.source() != RecusalAction.Source.ONESELF
                    || a.officer().equals(scene.viewer().account()));

    static final Condition<Recusal, Apply> BASED_ON_SOMETHING = Condition.field(
            "basis", "basis_needed", "penalty.43", "该人员不是行政执法机关的人员，平台没有收录其回避的依据，请写明所依据的法律和条款", (r, a, scene) -> unitOf(
                            a.officer(), scene)
                    .map(unit -> penalises(unit, scene)
                            || a.basis() != null && !a.basis().isBlank())
                    .orElse(true));

    static final Condition<Recusal, Apply> SOMEBODY_DECIDES = Condition.field(
            "officer", "nobody_decides", "penalty.43", "该负责人的回避不在平台上决定，请按本系统的内部规定向上级提出", (r, a, scene) -> unitOf(
                            a.officer(), scene)
                    .map(unit -> decider(a.officer(), unit, scene).isPresent())
                    .orElse(true));

    /** Nobody decides about themselves. */
    static final Condition<Recusal, Action> ANOTHER_DECIDES = Condition.<Recusal>pointless(
                    "decides_on_oneself", "penalty.43", "不能决定自己的回避，请由本单位其他负责人（主持工作的负责人）决定", (r, scene) -> !r.state()
                            .officer()
                            .equals(scene.viewer().account()))
            .ofThePerson();

    static final Condition<Recusal, Action> BY_THE_APPLICANT = Condition.<Recusal>pointless(
                    "not_the_applicant", "penalty.43", "只有申请人本人可以撤回申请", (r, scene) -> r.state()
                            .applied()
                            .account()
                            .equals(scene.viewer().account()))
            .ofThePerson();

    /** So that the matter is never left with nobody who can act in it. */
    static final Condition<Recusal, Grant> SOMEBODY_GOES_ON = Condition.field(
            "successor",
            "no_successor",
            "penalty.43",
            "接替人应当是同一单位、担任同样岗位的其他人员。没有这样的人员的，请先由本单位管理员配备经办人，或者由正职负责人指定主持工作的负责人，再作决定；仍然没有的，请商指挥部办公室转由其他单位承办",
            (r, g, scene) -> !g.successor().equals(r.state().officer())
                    && POSTS.stream()
                            .filter(post -> holds(r.state().officer(), r.state().unit(), post, scene))
                            .allMatch(post -> holds(g.successor(), r.state().unit(), post, scene))
                    && POSTS.stream()
                            .anyMatch(post -> holds(g.successor(), r.state().unit(), post, scene)));

    private RecusalConditions() {}

    /** The unit whose officer it is: the applicant's own, or one that takes part in the matter. */
    static Optional<UnitId> unitOf(AccountId officer, Scene scene) {
        var units = scene.about().stream()
                .flatMap(m -> m.participants().stream())
                .filter(Participant::sees)
                .map(Participant::unit);
        return Stream.concat(Stream.of(scene.unit()), units)
                .filter(unit -> POSTS.stream().anyMatch(post -> holds(officer, unit, post, scene)))
                .findFirst();
    }

    /**
     * Whose head decides: the officer's own unit's (行政处罚法 第四十三条: 由行政机关负责人决定); over a head the office's, over the office's the 组长. Who
     * decides over a head stands in no article of ours.
     */
    static Optional<UnitId> decider(AccountId officer, UnitId unit, Scene scene) {
        if (!holds(officer, unit, Post.HEAD, scene)) {
            return Optional.of(unit);
        }
        var silent = scene.about()
                .filter(m -> m.kind().equals(CLUE) || m.owner().equals(UnitId.DISCIPLINE))
                .isPresent();
        if (silent || unit.equals(UnitId.GROUP_LEADER)) {
            return Optional.empty();
        }
        return Optional.of(unit.equals(UnitId.OFFICE) ? UnitId.GROUP_LEADER : UnitId.OFFICE);
    }

    static String basis(Apply a, UnitId unit, Scene scene) {
        var article = penalises(unit, scene) ? "《中华人民共和国行政处罚法》第四十三条" : a.basis() + "（待法制审核）";
        return holds(a.officer(), unit, Post.HEAD, scene) ? article + "；正职负责人的回避由谁决定，待法制审核" : article;
    }

    private static boolean penalises(UnitId unit, Scene scene) {
        return scene.directory()
                .unit(unit)
                .map(Directory.KnownUnit::kind)
                .filter(ADMINISTRATIVE::contains)
                .isPresent();
    }

    private static boolean holds(AccountId account, UnitId unit, Post post, Scene scene) {
        return scene.directory().holds(account, unit, post);
    }
}
