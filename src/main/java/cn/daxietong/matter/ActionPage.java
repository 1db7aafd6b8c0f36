package cn.daxietong.matter;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Faults;
import cn.daxietong.web.Flash;
import cn.daxietong.web.FormTree;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** The forms of the actions, drawn from their records: what the procedure allows is what can be filled in. */
@Controller
class ActionPage {
    /** Before the name of the field that the file is for. */
    static final String FILE = "_file.";

    private final Proceedings proceedings;
    private final Matters matters;
    private final Kinds kinds;
    private final PickerShelf shelf;
    private final Wording words;
    private final StepWords steps;

    ActionPage(
            Proceedings proceedings, Matters matters, Kinds kinds, PickerShelf shelf, Wording words, StepWords steps) {
        this.proceedings = proceedings;
        this.matters = matters;
        this.kinds = kinds;
        this.shelf = shelf;
        this.words = words;
        this.steps = steps;
    }

    @GetMapping("/matters/{id}/actions/{action}")
    ModelAndView form(Viewer viewer, @PathVariable String id, @PathVariable String action) {
        var seen = matters.see(viewer, MatterApi.id(id), "form");
        if (seen.offers().stream().noneMatch(o -> o.name().equals(action))) {
            return Views.redirect(
                    "/matters/" + seen.matter().id(),
                    Flash.warning("现在不能办理“" + StepTitles.of(seen.kind(), action) + "”：" + waiting(seen.matter())));
        }
        return page(form(viewer, seen, action, blank(seen, action)), seen.kind());
    }

    private <S> ActionForm.Filled blank(Seen<S> seen, String action) {
        var state = Objects.requireNonNull(seen.matter().state());
        var begun = FormValues.parameters(seen.kind().prefilled(state, action));
        return new ActionForm.Filled(
                seen.matter().version(), once(), FormTree.of(begun), Faults.NONE, null, false, Set.of());
    }

    @PostMapping("/matters/{id}/actions/{action}")
    ModelAndView act(Viewer viewer, @PathVariable String id, @PathVariable String action, HttpServletRequest request) {
        works(viewer);
        var posted = posted(viewer, request);
        var before = matters.visible(viewer, MatterApi.id(id));
        var fields = steps.fields(before.kind(), action);
        if (posted.editsRows()) {
            return page(form(viewer, before, action, posted.again(posted.version(), null, fields)), before.kind());
        }
        try {
            proceedings.act(viewer, MatterApi.id(id), action, posted.json(fields), posted.version());
        } catch (Refusal refusal) {
            // Shown again under the newest version: whoever has read what changed may send it after all.
            var now = matters.visible(viewer, MatterApi.id(id));
            var filled = posted.again(now.matter().version(), refusal, fields);
            return faulty(page(form(viewer, now, action, filled), now.kind()), refusal);
        }
        return done(viewer, before, action);
    }

    /** Files are taken in first and named by their ids from then on, so that a form shown again need not be given them again. */
    private Posted posted(Viewer viewer, HttpServletRequest request) {
        var parameters = new LinkedHashMap<>(request.getParameterMap());
        var multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (multipart != null) {
            multipart.getFileMap().forEach((name, file) -> {
                if (name.startsWith(FILE) && !file.isEmpty()) {
                    parameters.put(name.substring(FILE.length()), new String[] {shelf.receive(viewer, file)});
                }
            });
        }
        return new Posted(parameters);
    }

    private ModelAndView done(Viewer viewer, Seen<?> before, String action) {
        var title = StepTitles.of(before.kind(), action);
        try {
            var after = matters.afterStep(viewer, before.matter().id());
            var known = new HashSet<>(before.matter().links());
            var opened = after.links().stream()
                    .filter(l -> !known.contains(new Link(l.rel(), l.row().id())))
                    .findFirst();
            if (opened.isPresent()) {
                var next = matters.afterStep(viewer, opened.get().row().id());
                return Views.redirect(
                        "/matters/" + next.matter().id(),
                        Flash.done("已办理“" + title + "”，产生" + next.kind().title() + " "
                                + next.matter().number() + "。" + next(next.matter())));
            }
            return Views.redirect(
                    "/matters/" + after.matter().id(), Flash.done("已办理“" + title + "”。" + next(after.matter())));
        } catch (Refusal gone) {
            return Views.redirect("/", Flash.done("已办理“" + title + "”。该事项已转由其他单位办理，本单位不再可见。"));
        }
    }

    private String next(Matter<?> matter) {
        return matter.todos().isEmpty() ? "" : "接下来：" + waiting(matter);
    }

    private String waiting(Matter<?> matter) {
        if (matter.todos().isEmpty()) {
            return "该事项目前没有待办。";
        }
        return matter.todos().stream()
                .limit(2)
                .map(t -> {
                    var due = t.dueAt();
                    return words.unit(t.unit()) + t.title() + (due == null ? "" : "，" + Wording.minute(due) + " 前");
                })
                .collect(Collectors.joining("；", "", "。"));
    }

    @GetMapping("/matters/new/{kind}")
    ModelAndView opening(
            Viewer viewer, @PathVariable String kind, @RequestParam(required = false) @Nullable String about) {
        var of = openable(viewer, kind);
        var begun = FormTree.of(about(of, about));
        return page(
                opening(viewer, of, new ActionForm.Filled(null, once(), begun, Faults.NONE, null, false, Set.of())),
                of);
    }

    /** The matter on whose page somebody chose to begin this one. */
    private Map<String, String[]> about(MatterKind<?> kind, @Nullable String id) {
        return id == null
                ? Map.of()
                : steps.opening(kind)
                        .about()
                        .map(a -> Map.of(a.field(), new String[] {id}))
                        .orElse(Map.of());
    }

    @PostMapping("/matters/new/{kind}")
    ModelAndView open(Viewer viewer, @PathVariable String kind, HttpServletRequest request) {
        var of = openable(viewer, kind);
        var posted = posted(viewer, request);
        var fields = Fields.of(steps.opening(of).action());
        if (posted.editsRows()) {
            return page(opening(viewer, of, posted.again(null, null, fields)), of);
        }
        try {
            var id = proceedings.open(viewer, kind, posted.json(fields));
            var seen = matters.afterStep(viewer, id);
            return Views.redirect(
                    "/matters/" + id,
                    Flash.done("已登记" + of.title() + " " + seen.matter().number() + "。" + next(seen.matter())));
        } catch (Refusal refusal) {
            return faulty(page(opening(viewer, of, posted.again(null, refusal, fields)), of), refusal);
        }
    }

    /** An administrator who asks for a form is told nothing, not even what it would be about. */
    private static void works(Viewer viewer) {
        if (!viewer.post().worksOnMatters()) {
            throw Refusal.notFound();
        }
    }

    private MatterKind<?> openable(Viewer viewer, String code) {
        var kind = kinds.kind(code);
        if (!viewer.post().worksOnMatters()) {
            throw Refusal.forbidden(viewer.post().title() + "不办理业务事项，也不查看业务内容。");
        }
        if (!kind.openedByHand()) {
            throw Refusal.notFound();
        }
        return kind;
    }

    private <S> ActionForm opening(Viewer viewer, MatterKind<S> kind, ActionForm.Filled filled) {
        var step = steps.opening(kind);
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
                        steps.consequences(kind, step)),
                Fields.of(step.action()),
                filled,
                shelf.pickers(viewer, null, step, filled.tree()));
    }

    private <S> ActionForm form(Viewer viewer, Seen<S> seen, String action, ActionForm.Filled filled) {
        var step = steps.step(seen.kind(), seen.matter().status(), action);
        var matter = seen.matter();
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
                        withDue(seen, action, steps.consequences(seen.kind(), step))),
                Fields.of(step.action()),
                filled,
                shelf.pickers(viewer, seen, step, filled.tree()));
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

    private static ModelAndView page(ActionForm form, MatterKind<?> kind) {
        return Views.page("matter/form", form.purpose().title(), Map.of("form", form), MatterPage.section(kind));
    }

    private static ModelAndView faulty(ModelAndView view, Refusal refusal) {
        view.setStatus(
                org.springframework.http.HttpStatusCode.valueOf(refusal.kind().status()));
        return view;
    }

    private static String once() {
        return UUID.randomUUID().toString();
    }

    /** What a browser sent. */
    private record Posted(Map<String, String[]> parameters) {
        boolean editsRows() {
            return FormTree.editsRows(parameters);
        }

        @Nullable
        Integer version() {
            var sent = parameters.get("version");
            return sent == null ? null : MatterApi.version(sent[0]);
        }

        tools.jackson.databind.JsonNode json(List<Field> fields) {
            var values = FormTree.of(parameters).values();
            values.remove("version");
            values.remove("once");
            return FormValues.json(values, fields, parameters);
        }

        private Set<String> nothing() {
            return parameters.keySet().stream()
                    .filter(name -> name.startsWith(FormValues.NONE))
                    .map(name -> name.substring(FormValues.NONE.length()))
                    .collect(Collectors.toSet());
        }

        /** On top of the form a sentence stands without its field, so it says which one it means. */
        private static Fault named(Fault fault, List<Field> fields) {
            var title = Fields.titleAt(fault.field(), fields);
            return title.isEmpty() ? fault : new Fault(fault.field(), fault.code(), title + "：" + fault.message());
        }

        /** Empty rows are not read, so they are not drawn again either: else a fault would stand beside the wrong row. */
        ActionForm.Filled again(@Nullable Integer version, @Nullable Refusal refusal, List<Field> fields) {
            var tree = editsRows() ? FormTree.of(parameters) : FormTree.of(FormValues.parameters(json(fields)));
            var faults = refusal == null
                    ? List.<Fault>of()
                    : refusal.faults().stream().map(f -> named(f, fields)).toList();
            return new ActionForm.Filled(version, once(), tree, new Faults(faults), refusal, true, nothing());
        }
    }
}
