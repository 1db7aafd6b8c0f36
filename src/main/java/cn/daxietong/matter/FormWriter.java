package cn.daxietong.matter;

import cn.daxietong.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Puts together what the form of an action shows. */
@Component
final class FormWriter {
    private final PickerShelf shelf;
    private final KnownShelf known;
    private final StepWords steps;
    private final FindingsWriter findings;
    private final Wording words;
    private final AboutShelf others;

    FormWriter(
            PickerShelf shelf,
            KnownShelf known,
            StepWords steps,
            FindingsWriter findings,
            Wording words,
            AboutShelf others) {
        this.others = others;
        this.words = words;
        this.shelf = shelf;
        this.known = known;
        this.steps = steps;
        this.findings = findings;
    }

    /** Takes in a file that came with a form; returns its id. */
    String receive(Viewer viewer, MultipartFile file) {
        return shelf.receive(viewer, file);
    }

    <S> ActionForm opening(Viewer viewer, MatterKind<S> kind, ActionForm.Filled filled) {
        return opening(viewer, kind, steps.opening(kind), filled);
    }

    private <S> ActionForm opening(Viewer viewer, MatterKind<S> kind, Step<S, ?> step, ActionForm.Filled filled) {
        var choices = others.choices(viewer, kind, step, filled.tree());
        var fields = choices.fields();
        return new ActionForm(
                new ActionForm.Purpose(
                        step.name(),
                        step.title(),
                        "/matters/new/" + kind.code(),
                        "/matters?kind=" + kind.code(),
                        "",
                        SheetWriter.article(
                                step.laws().isEmpty() ? null : step.laws().getFirst()),
                        List.of(),
                        others.cautions(choices),
                        steps.consequences(kind, step),
                        null),
                fields,
                filled,
                shelf.pickers(viewer, null, choices, filled.tree()).with(known.of(viewer, kind, fields)),
                findings.trial(fields, filled),
                null);
    }

    <S> ActionForm form(Viewer viewer, Seen<S> seen, String action, ActionForm.Filled filled) {
        return form(viewer, seen, steps.step(seen.kind(), seen.matter().status(), action), filled);
    }

    private <S> ActionForm form(Viewer viewer, Seen<S> seen, Step<S, ?> step, ActionForm.Filled filled) {
        var matter = seen.matter();
        var action = step.name();
        var choices = others.choices(viewer, step, matter, filled.tree());
        var fields = choices.fields();
        return new ActionForm(
                new ActionForm.Purpose(
                        step.name(),
                        step.title(),
                        "/matters/" + matter.id() + "/actions/" + step.name(),
                        "/matters/" + matter.id(),
                        matter.number() + " " + matter.title(),
                        SheetWriter.article(
                                step.laws().isEmpty() ? null : step.laws().getFirst()),
                        seen.offers().stream()
                                .filter(o -> o.name().equals(action))
                                .flatMap(o -> o.locks().stream())
                                .toList(),
                        seen.offers().stream()
                                .filter(o -> o.name().equals(action))
                                .flatMap(o -> o.cautions().stream())
                                .toList(),
                        withDue(seen, action, steps.consequences(seen.kind(), step)),
                        seen.kind().caution(matter.id(), action).orElse(null)),
                fields,
                filled,
                shelf.pickers(viewer, seen, choices, filled.tree()).with(known.of(viewer, seen.kind(), fields)),
                findings.trial(fields, filled),
                Readable.signed(words, seen, action).orElse(fields.isEmpty() ? Readable.basics(words, seen) : null));
    }

    /** First of all until when, where a clock runs for this step. */
    private static List<String> withDue(Seen<?> seen, String action, List<String> consequences) {
        var all = new ArrayList<String>();
        seen.offers().stream()
                .filter(o -> o.name().equals(action))
                .flatMap(o -> Optional.ofNullable(o.dueAt()).stream())
                .forEach(due -> all.add("应在 " + Wording.minute(due) + " 前办理"));
        all.addAll(consequences);
        return all;
    }
}
