package cn.daxietong.matter;

import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Faults;
import cn.daxietong.web.Flash;
import cn.daxietong.web.FormDraft;
import cn.daxietong.web.FormTree;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
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

    /** Asks for the form without what was kept of it. */
    private static final String AFRESH = "afresh";

    private final Proceedings proceedings;
    private final Matters matters;
    private final Kinds kinds;
    private final FormWriter forms;
    private final Wording words;
    private final StepWords steps;

    ActionPage(
            Proceedings proceedings, Matters matters, Kinds kinds, FormWriter forms, Wording words, StepWords steps) {
        this.proceedings = proceedings;
        this.matters = matters;
        this.kinds = kinds;
        this.forms = forms;
        this.words = words;
        this.steps = steps;
    }

    @GetMapping("/matters/{id}/actions/{action}")
    ModelAndView form(Viewer viewer, @PathVariable String id, @PathVariable String action, HttpServletRequest request) {
        var seen = matters.see(viewer, MatterApi.id(id), "form");
        if (seen.offers().stream().noneMatch(o -> o.name().equals(action))) {
            return Views.redirect(
                    "/matters/" + seen.matter().id(),
                    Flash.warning("现在不能办理“" + StepTitles.of(seen.kind(), action) + "”：" + waiting(seen.matter())));
        }
        var elsewhere = seen.offers().stream()
                .filter(o -> o.name().equals(action))
                .findFirst()
                .map(Offer::page);
        if (elsewhere.isPresent()) {
            return Views.redirect(elsewhere.get());
        }
        var filled = drafted(request, steps.fields(seen.kind(), action)).orElseGet(() -> blank(seen, action));
        return page(forms.form(viewer, seen, action, filled), seen.kind());
    }

    private static Optional<ActionForm.Filled> drafted(HttpServletRequest request, List<Field> fields) {
        if (request.getParameter(AFRESH) != null) {
            FormDraft.forget(request);
        }
        return FormDraft.of(request).map(Posted::new).map(kept -> kept.again(kept.version(), null, fields));
    }

    /** By another address, so that going back or reloading sends nothing again; what is too long for a session is drawn at once. */
    private static ModelAndView again(HttpServletRequest request, Posted posted, Supplier<ModelAndView> drawn) {
        return FormDraft.keep(request, posted.settled())
                ? Views.redirect(request.getRequestURI() + posted.place())
                : drawn.get();
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
        try {
            return act(viewer, MatterApi.id(id), action, posted, request);
        } catch (Refusal gone) {
            return unsent(gone, posted);
        }
    }

    /** The matter went to another unit, or the person stands aside, while the form was open: what they wrote is their own and is given back. */
    private static ModelAndView unsent(Refusal gone, Posted posted) {
        return Views.faulty(
                "matter/unsent", gone.title(), Map.of("sentence", gone.detail(), "written", posted.written()), gone);
    }

    private ModelAndView act(Viewer viewer, UUID id, String action, Posted posted, HttpServletRequest request) {
        var before = matters.visible(viewer, id);
        var fields = steps.fields(before.kind(), action);
        if (posted.onlyDrawn()) {
            var filled = posted.again(posted.version(), null, fields);
            return again(request, posted, () -> page(forms.form(viewer, before, action, filled), before.kind()));
        }
        try {
            proceedings.act(viewer, id, action, posted.json(fields), posted.version());
        } catch (Refusal refusal) {
            // Shown again under the newest version: whoever has read what changed may send it after all.
            var now = matters.visible(viewer, id);
            var filled = posted.again(now.matter().version(), refusal, fields);
            return faulty(page(forms.form(viewer, now, action, filled), now.kind()), refusal);
        }
        FormDraft.forget(request);
        return done(viewer, before, action);
    }

    /** Files are taken in first and named by their ids from then on, so that a form shown again need not be given them again. */
    private Posted posted(Viewer viewer, HttpServletRequest request) {
        var parameters = new LinkedHashMap<>(request.getParameterMap());
        var multipart = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (multipart != null) {
            multipart.getMultiFileMap().forEach((name, files) -> {
                if (name.startsWith(FILE)) {
                    files.stream()
                            .filter(file -> !file.isEmpty())
                            .forEach(file -> parameters.put(
                                    free(name.substring(FILE.length()), parameters),
                                    new String[] {forms.receive(viewer, file)}));
                }
            });
        }
        return new Posted(parameters);
    }

    /** A field for several files names no row, as {@code attachments[].attachment}; each then takes the next one. */
    private static String free(String name, Map<String, String[]> taken) {
        if (!name.contains("[]")) {
            return name;
        }
        int row = 0;
        while (taken.containsKey(name.replace("[]", "[" + row + "]"))) {
            row++;
        }
        return name.replace("[]", "[" + row + "]");
    }

    private ModelAndView done(Viewer viewer, Seen<?> before, String action) {
        var title = StepTitles.of(before.kind(), action);
        try {
            var after = matters.afterStep(viewer, before.matter().id());
            if (!after.matter().seenBy(viewer.unit())) {
                return parted(title);
            }
            // What a step brings forth is as old as the step; other links are to what was there before.
            var opened = after.links().stream()
                    .filter(l -> l.row().createdAt().equals(after.matter().updatedAt()))
                    .toList();
            // Who moves a matter on to another goes along; who adds something to it goes on with it.
            if (opened.size() == 1
                    && !after.matter().status().equals(before.matter().status())) {
                var next = matters.afterStep(viewer, opened.getFirst().row().id());
                return Views.redirect(
                        "/matters/" + next.matter().id(),
                        Flash.done("已办理“" + title + "”，产生" + next.kind().title() + " "
                                + next.matter().number() + "。" + next(next)));
            }
            var made = opened.isEmpty()
                    ? ""
                    : "产生" + kinds.kind(opened.getFirst().row().kind()).title() + " " + opened.size() + " 项。";
            return Views.redirect(
                    "/matters/" + after.matter().id(), Flash.done("已办理“" + title + "”。" + made + next(after)));
        } catch (Refusal gone) {
            return parted(title);
        }
    }

    /** The matter's own page would answer 404. */
    private static ModelAndView parted(String title) {
        return Views.redirect("/", Flash.done("已办理“" + title + "”。本单位在该事项中的办理已经结束，不再能查看它。"));
    }

    private String next(Seen<?> seen) {
        var matter = seen.matter();
        return doubts(seen) + (matter.todos().isEmpty() ? "" : "接下来：" + waiting(matter));
    }

    private static <S> String doubts(Seen<S> seen) {
        var state = Objects.requireNonNull(seen.matter().state());
        return Subject.doubts(seen.kind().subjects(state)).stream()
                .map(d -> d + "。")
                .collect(Collectors.joining());
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
            Viewer viewer,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String about,
            HttpServletRequest request) {
        var of = openable(viewer, kind);
        if (about != null) {
            // What was kept belongs to another matter.
            FormDraft.forget(request);
        }
        var filled = drafted(request, Fields.of(steps.opening(of).action())).orElseGet(() -> {
            var begun = FormTree.of(about(viewer, of, about));
            return new ActionForm.Filled(null, once(), begun, Faults.NONE, null, false, Set.of());
        });
        return page(forms.opening(viewer, of, filled), of);
    }

    /** The matter on whose page somebody chose to begin this one. */
    private Map<String, String[]> about(Viewer viewer, MatterKind<?> kind, @Nullable String id) {
        var about = steps.opening(kind).about();
        if (id == null || about.isEmpty()) {
            return Map.of();
        }
        var values = new LinkedHashMap<String, String[]>();
        if (!matters.visible(viewer, Set.of(MatterApi.id(id))).isEmpty()) {
            var seen = matters.see(viewer, MatterApi.id(id), "form");
            // Whoever reads the other's numbers masked is given nothing to go on from.
            if (seen.clear()) {
                values.putAll(FormValues.parameters(kind.begun(seen.matter())));
            }
        }
        values.put(about.get().field(), new String[] {id});
        return values;
    }

    @PostMapping("/matters/new/{kind}")
    ModelAndView open(Viewer viewer, @PathVariable String kind, HttpServletRequest request) {
        var of = openable(viewer, kind);
        var posted = posted(viewer, request);
        var fields = Fields.of(steps.opening(of).action());
        if (posted.onlyDrawn()) {
            var filled = posted.again(null, null, fields);
            return again(request, posted, () -> page(forms.opening(viewer, of, filled), of));
        }
        try {
            var id = proceedings.open(viewer, kind, posted.json(fields));
            FormDraft.forget(request);
            var seen = matters.afterStep(viewer, id);
            return Views.redirect(
                    "/matters/" + id,
                    Flash.done("已登记" + of.title() + " " + seen.matter().number() + "。" + next(seen)));
        } catch (Refusal refusal) {
            return faulty(page(forms.opening(viewer, of, posted.again(null, refusal, fields)), of), refusal);
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
}
