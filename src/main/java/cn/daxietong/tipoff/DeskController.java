package cn.daxietong.tipoff;

import cn.daxietong.identity.Accounts;
import cn.daxietong.matter.Matters;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.TipAction.HandOn;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Views;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The officers' page of a tip-off, where keys are used; whoever does not see the matter is answered as if there were none. */
@Controller
class DeskController {
    private final Matters matters;
    private final Officers officers;
    private final Desk desk;
    private final Alike alike;
    private final Accounts accounts;
    private final Copies copies;

    DeskController(Matters matters, Officers officers, Desk desk, Alike alike, Accounts accounts, Copies copies) {
        this.matters = matters;
        this.officers = officers;
        this.desk = desk;
        this.alike = alike;
        this.accounts = accounts;
        this.copies = copies;
    }

    @GetMapping("/tipoffs/{id}")
    ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean alike, Viewer viewer) {
        return page(id, viewer, null, List.of(), List.of(), alike, "");
    }

    private ModelAndView page(
            UUID id, Viewer viewer, DeskPage.@Nullable Lead lead, List<String> leaks, List<String> faults) {
        return page(id, viewer, lead, leaks, faults, false, "");
    }

    private ModelAndView page(
            UUID id,
            Viewer viewer,
            DeskPage.@Nullable Lead lead,
            List<String> leaks,
            List<String> faults,
            boolean compared,
            String draft) {
        var seen = matters.see(viewer, id, "tipoff");
        if (!(seen.matter().state() instanceof Tip tip)) {
            throw Refusal.notFound();
        }
        var letters = desk.letters(viewer, id);
        var request = tip.request();
        var model = new DeskPage(
                id.toString(),
                seen.matter().number(),
                seen.matter().title(),
                seen.statusTitle(),
                Part.of(viewer).map(Part::title).orElse(null),
                officers.of(viewer.account()).isPresent(),
                letters.isPresent(),
                letters.orElse(List.of()).stream().map(DeskController::letter).toList(),
                request == null ? null : new DeskPage.Request(accounts.name(request.by()), request.reason()),
                offered(seen, "allow_identity"),
                offered(seen, "open_identity"),
                offered(seen, "hand_on") && letters.isPresent()
                        ? Optional.ofNullable(lead).orElse(DeskPage.Lead.EMPTY)
                        : null,
                leaks,
                faults,
                compared && letters.isPresent() ? alike.to(viewer, id, letters.get()) : null,
                letters.isPresent() ? next(seen) : List.of(),
                draft,
                letters.isPresent() ? null : lead);
        return Views.page("tipoff/desk", seen.matter().number(), Map.of("tip", model), "tipoff");
    }

    private static List<DeskPage.Next> next(cn.daxietong.matter.Seen<?> seen) {
        return seen.offers().stream()
                .filter(o -> o.open() && o.page() == null)
                .map(o -> new DeskPage.Next(o.name(), o.title()))
                .toList();
    }

    private static boolean offered(cn.daxietong.matter.Seen<?> seen, String action) {
        return seen.offers().stream().anyMatch(o -> o.name().equals(action) && o.open());
    }

    private static DeskPage.Letter letter(Envelopes.Letter letter) {
        var told = letter.told();
        return new DeskPage.Letter(
                letter.place(),
                letter.compartment() == Compartment.QUESTION ? "值班人员" : "举报人",
                letter.on().toString(),
                told.text(),
                told.files().stream()
                        .map(f -> new DeskPage.File(f.id().toString(), f.name(), Math.max(1, f.size() >> 10) + " KB"))
                        .toList());
    }

    @PostMapping("/tipoffs/{id}/unlock")
    ModelAndView unlock(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String text,
            @ModelAttribute DeskPage.Lead held,
            Viewer viewer) {
        matters.visible(viewer, id);
        if (!text.isBlank() || !held.isEmpty()) {
            return kept(id, viewer, text, held, () -> officers.unlock(viewer, password));
        }
        return done(id, "密钥已打开，十五分钟不用会自动关上。", () -> officers.unlock(viewer, password));
    }

    @PostMapping("/tipoffs/{id}/lock")
    ModelAndView lock(@PathVariable UUID id, Viewer viewer) {
        matters.visible(viewer, id);
        return done(id, "密钥已关上。", () -> officers.lock(viewer));
    }

    @PostMapping("/tipoffs/{id}/write")
    ModelAndView write(@PathVariable UUID id, @RequestParam(defaultValue = "") String text, Viewer viewer) {
        matters.visible(viewer, id);
        if (text.isBlank() || text.length() > 20_000) {
            return Views.redirect("/tipoffs/" + id, Flash.fault("请写留言，两万字以内。"));
        }
        if (officers.opened(viewer).isEmpty()) {
            return kept(id, viewer, text, DeskPage.Lead.EMPTY, () -> {});
        }
        return done(id, "留言已封好，只有举报人能打开。", () -> desk.write(viewer, id, text.strip()));
    }

    /** The page with what could not be sent while the keys were shut; it is kept nowhere but in the page. */
    private ModelAndView kept(UUID id, Viewer viewer, String text, DeskPage.Lead held, Runnable work) {
        List<String> faults = List.of();
        try {
            work.run();
        } catch (Refusal refusal) {
            faults = refusal.faults().isEmpty()
                    ? List.of(refusal.detail())
                    : refusal.faults().stream().map(f -> f.message()).toList();
        }
        return page(id, viewer, held.isEmpty() ? null : held, List.of(), faults, false, text);
    }

    @PostMapping("/tipoffs/{id}/allow")
    ModelAndView allow(@PathVariable UUID id, Viewer viewer) {
        var seen = matters.visible(viewer, id);
        if (!(seen.matter().state() instanceof Tip tip) || tip.request() == null) {
            throw Refusal.notFound();
        }
        var asker = tip.request().by();
        return done(id, "已同意，身份信封的另一半已交给申请人。", () -> desk.allow(viewer, id, asker));
    }

    /** The identity is the answer itself: it has no address, and going back does not show it again. */
    @PostMapping("/tipoffs/{id}/identity")
    ModelAndView identity(@PathVariable UUID id, Viewer viewer) {
        var seen = matters.visible(viewer, id);
        var identity = desk.openIdentity(viewer, id);
        return Views.page(
                "tipoff/identity",
                "举报人身份",
                Map.of(
                        "id",
                        id.toString(),
                        "number",
                        seen.matter().number(),
                        "name",
                        identity.name(),
                        "contact",
                        identity.contact()),
                "tipoff");
    }

    /** Hands the lead on; where it would point to the teller, says so first and wants it sent a second time. */
    @PostMapping("/tipoffs/{id}/lead")
    ModelAndView lead(
            @PathVariable UUID id,
            @ModelAttribute DeskPage.Lead lead,
            @RequestParam(defaultValue = "") String warned,
            Viewer viewer) {
        matters.visible(viewer, id);
        var told = desk.letters(viewer, id).orElse(List.of()).stream()
                .filter(l -> l.compartment() != Compartment.QUESTION)
                .map(l -> l.told().text())
                .reduce("", (a, b) -> a + "\n" + b);
        var leaks = Likeness.leaks(lead.title() + "\n" + lead.place() + "\n" + lead.description(), told);
        if (!leaks.isEmpty() && !warned.equals("yes")) {
            return page(id, viewer, lead, leaks, List.of());
        }
        try {
            desk.handOn(
                    viewer,
                    id,
                    new HandOn(
                            lead.title().strip(),
                            null,
                            lead.place().isBlank() ? null : lead.place().strip(),
                            lead.description().strip(),
                            copies.attach(viewer, id, lead.copies())));
        } catch (Refusal refusal) {
            var faults = refusal.faults().stream().map(f -> f.message()).toList();
            return page(id, viewer, lead, leaks, faults.isEmpty() ? List.of(refusal.detail()) : faults);
        }
        return Views.redirect("/tipoffs/" + id, Flash.done("已转为线索，线索里没有举报人的信息。"));
    }

    private static ModelAndView done(UUID id, String words, Runnable work) {
        try {
            work.run();
            return Views.redirect("/tipoffs/" + id, Flash.done(words));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            var sentence = refusal.faults().isEmpty()
                    ? refusal.detail()
                    : refusal.faults().getFirst().message();
            return Views.redirect("/tipoffs/" + id, Flash.fault(sentence));
        }
    }
}
