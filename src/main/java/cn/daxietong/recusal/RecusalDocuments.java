package cn.daxietong.recusal;

import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.Section;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Fields;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.NumberedForm;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Signed;
import cn.daxietong.shared.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one paper of a recusal, whichever way it was decided. */
final class RecusalDocuments {
    static final DocumentTemplate<Recusal> DECISION = new Decision();

    private RecusalDocuments() {}

    private static final class Decision extends NumberedForm<Recusal> {
        Decision() {
            super("recusal_decision", "回避决定书", "避");
        }

        @Override
        public UnitId issuer(Matter<Recusal> matter) {
            return matter.state().decider();
        }

        @Override
        public OfficialDocument compose(Matter<Recusal> matter, Scene scene, @Nullable String number) {
            var r = matter.state();
            var directory = scene.directory();
            var answer = r.answer();
            return OfficialDocument.form(title(), directory.fullName(r.decider()))
                    .number(number)
                    .with(new Section.Form(List.of(
                            new Section.Block(
                                    "涉及事项",
                                    r.subject().number() + " " + r.subject().title(),
                                    1),
                            pair("应当回避的人员", directory.personName(r.officer()), "所在单位", directory.shortName(r.unit())),
                            pair(
                                    "由谁提出",
                                    Fields.titleOf(r.source()),
                                    "申请时间",
                                    Letter.minute(r.applied().at())),
                            new Section.Block("理由", r.reason(), 3),
                            new Section.Block("依据", r.basis(), 1),
                            Signed.box(
                                    "负责人决定",
                                    answer == null ? "" : decided(r, answer, scene),
                                    answer == null ? null : answer.signed(),
                                    directory),
                            new Section.Block("决定的理由", answer == null ? "" : answer.reason(), 2))))
                    .done();
        }

        private static String decided(Recusal r, Recusal.Answer answer, Scene scene) {
            var successor = answer.successor();
            return successor == null
                    ? "不予回避，" + scene.directory().personName(r.officer()) + "继续办理。"
                    : "决定回避。" + scene.directory().personName(r.officer()) + "不再查看和办理该事项，由"
                            + scene.directory().personName(successor) + "接替。";
        }

        private static Section.Row pair(String left, String text, String right, String other) {
            return new Section.Pairs(List.of(new Section.Field(left, text), new Section.Field(right, other)));
        }
    }
}
