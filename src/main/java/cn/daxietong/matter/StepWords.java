package cn.daxietong.matter;

import cn.daxietong.law.Clocks;
import cn.daxietong.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the rows of a procedure for the forms and says what a row will bring about, before it is taken. */
@Component
final class StepWords {
    private final Clocks clocks;

    StepWords(Clocks clocks) {
        this.clocks = clocks;
    }

    <S> Step<S, ?> opening(MatterKind<S> kind) {
        return kind.procedure().openingByHand().orElseThrow(Refusal::notFound);
    }

    /** The row from this status, or any of that name where the matter has moved on. */
    <S> Step<S, ?> step(MatterKind<S> kind, String status, String action) {
        var procedure = kind.procedure();
        return procedure
                .step(procedure.status(status), action)
                .or(() -> procedure.anyStep(action))
                .filter(s -> !s.isConsequence())
                .orElseThrow(Refusal::notFound);
    }

    List<Field> fields(MatterKind<?> kind, String action) {
        return kind.procedure().anyStep(action).map(s -> Fields.of(s.action())).orElseThrow(Refusal::notFound);
    }

    <S> List<String> consequences(MatterKind<S> kind, Step<S, ?> step) {
        var sentences = new ArrayList<String>();
        var from = step.from().isEmpty()
                ? kind.procedure().statuses().getFirst()
                : step.from().getFirst();
        var targets = step.targets(from).stream().map(Status::title).distinct().toList();
        if (step.from().isEmpty() || !targets.equals(List.of(from.title()))) {
            sentences.add("状态变为“" + String.join("”或“", targets) + "”");
        }
        for (var template : step.issuedDocuments()) {
            sentences.add("平台制作《" + template.title() + "》");
        }
        for (var clock : step.startedClocks()) {
            var rule = clocks.rule(clock);
            sentences.add("起算期限：" + rule.actor() + (rule.named() ? "应在确定的时间之前办理（《" : " " + rule.span() + "（《")
                    + rule.law() + "》" + rule.article() + (rule.mark().pendingReview() ? "，待法制审核" : "") + "）");
        }
        if (step.isLeaving()) {
            sentences.add("本单位不再参加，以后看不到本事项的内容和以后的进展");
        }
        return sentences;
    }
}
