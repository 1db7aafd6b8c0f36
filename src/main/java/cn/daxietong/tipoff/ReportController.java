package cn.daxietong.tipoff;

import cn.daxietong.document.QrCode;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.verifier.VerifierPage;
import cn.daxietong.web.Faults;
import cn.daxietong.web.Slowed;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public's pages. They set no cookie, keep no address, and work without script. */
@Controller
class ReportController {
    private static final String NOT_FOUND = "没有查到。请对照回执，逐组核对三十六位数字；设了暗语的，核对暗语。";

    private static final String TAKEN = "已送达，只有值班人员能打开。";

    private final Filing filing;
    private final DaySeals days;
    private final TipFiles files;
    private final ObjectProvider<ForTheTeller> offers;
    private final ZhuangText zhuang;

    ReportController(
            Filing filing, DaySeals days, TipFiles files, ObjectProvider<ForTheTeller> offers, ZhuangText zhuang) {
        this.zhuang = zhuang;
        this.filing = filing;
        this.days = days;
        this.files = files;
        this.offers = offers;
    }

    @GetMapping("/report")
    ModelAndView start(@RequestParam(defaultValue = "") String mode, HttpServletResponse response) {
        var translated = !zhuang.paragraphs().isEmpty();
        var desks = filing.open();
        return page(
                "start",
                "举报走私",
                Map.of(
                        "open",
                        desks.contains(TipDesk.OFFICE),
                        "officials",
                        desks.contains(TipDesk.DISCIPLINE),
                        "zhuang",
                        translated),
                mode,
                response);
    }

    @GetMapping("/report/za")
    ModelAndView zhuang(@RequestParam(defaultValue = "") String mode, HttpServletResponse response) {
        var text = zhuang.paragraphs();
        if (text.isEmpty()) {
            return start(mode, response);
        }
        return page("zhuang", "举报走私", Map.of("text", text), mode, response);
    }

    @GetMapping("/report/new")
    ModelAndView form(@RequestParam(defaultValue = "") String mode, HttpServletResponse response) {
        return form(TipForm.empty(""), Faults.NONE, mode, 200, response);
    }

    /** The same form for the operator of a hotline, with what is to be read to the caller. */
    @GetMapping("/report/hotline")
    ModelAndView hotline(@RequestParam(defaultValue = "") String mode, HttpServletResponse response) {
        return form(TipForm.empty("operator"), Faults.NONE, mode, 200, response);
    }

    private static ModelAndView form(
            TipForm form, Faults faults, String mode, int status, HttpServletResponse response) {
        var view = page("form", "我要举报", Map.of("form", ReportPage.Form.of(form), "faults", faults), mode, response);
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }

    /** The receipt is the answer itself and has no address, so that nobody finds it in the history of a browser. */
    @PostMapping("/report/new")
    ModelAndView file(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sent = SentForm.read(request, files);
        var form = sent.tip();
        var mode = sent.value("mode");
        var faults = form.faults();
        if (!faults.isEmpty()) {
            return form(form, new Faults(faults), mode, Slowed.is(request) ? 429 : 422, response);
        }
        try {
            var code = filing.file(form);
            return page(
                    "receipt",
                    "举报回执",
                    Map.of(
                            "code",
                            code.spoken(),
                            "filedOn",
                            ReportPage.day(filing.today()),
                            "qr",
                            QrCode.dataUri(code.digits()),
                            "word",
                            !form.word().isEmpty(),
                            "read",
                            form.viaOrNull() == null ? List.of() : code.read(),
                            "files",
                            form.files().stream().map(TellersFile::name).toList()),
                    mode,
                    response);
        } catch (Refusal refusal) {
            return form(
                    form,
                    new Faults(List.of(new Fault("", refusal.code(), refusal.detail()))),
                    mode,
                    refusal.kind().status(),
                    response);
        }
    }

    @GetMapping("/report/status")
    ModelAndView ask(@RequestParam(defaultValue = "") String mode, HttpServletResponse response) {
        return page("status", "查询办理情况", Map.of("fault", ""), mode, response);
    }

    /** What was typed, given back with the reason; nothing is looked up for it. */
    private static ModelAndView kept(
            SentForm sent, String template, String fault, int status, HttpServletResponse response) {
        var view = page(
                template,
                "查询办理情况",
                Map.of(
                        "fault",
                        fault,
                        "code",
                        sent.value("code"),
                        "word",
                        sent.value("word"),
                        "text",
                        sent.told().text()),
                sent.value("mode"),
                response);
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }

    private static ModelAndView slowed(SentForm sent, String template, HttpServletResponse response) {
        return kept(sent, template, SentForm.SLOWED, 429, response);
    }

    /** With the code how it stands; with the word, too, what was written. */
    @PostMapping("/report/status")
    ModelAndView status(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sent = SentForm.read(request, files);
        if (Slowed.is(request)) {
            return slowed(sent, "status", response);
        }
        try {
            return standing(sent, "", response);
        } catch (Refusal busy) {
            return kept(sent, "status", busy.detail(), busy.kind().status(), response);
        }
    }

    private ModelAndView standing(SentForm sent, String said, HttpServletResponse response) {
        var visit = filing.visit(sent.value("code"), sent.value("word"));
        return visit.isEmpty()
                ? kept(sent, "status", NOT_FOUND, 404, response)
                : standing(visit.get(), sent, said, response);
    }

    /** Why the answer was not taken, and then it stands there still; or that it was. */
    private ModelAndView standing(Filing.Visit visit, SentForm sent, String said, HttpServletResponse response) {
        var taken = said.isEmpty() || said.equals(TAKEN);
        var letters = visit.letters();
        var standing = visit.standing();
        return page(
                "standing",
                "办理情况",
                Map.of(
                        "standing",
                        ReportPage.Standing.of(
                                standing, days.proof(visit.code()).isPresent()),
                        "letters",
                        letters == null
                                ? List.of()
                                : letters.stream().map(ReportPage.Letter::of).toList(),
                        "offers",
                        letters == null
                                ? List.of()
                                : offers.stream()
                                        .flatMap(o -> o.offer(standing.matter()).stream())
                                        .toList(),
                        "talks",
                        letters != null,
                        "code",
                        visit.code().digits(),
                        "word",
                        sent.value("word"),
                        "said",
                        said,
                        "text",
                        taken ? "" : sent.told().text(),
                        "sent",
                        taken
                                ? List.of()
                                : sent.told().files().stream()
                                        .map(ReportPage.Sent::of)
                                        .toList()),
                sent.value("mode"),
                response);
    }

    /** The proof of the day, for whoever has the code; it is the answer itself, so that no address in a browser's history leads to it. */
    @PostMapping("/report/proof")
    @Nullable
    ModelAndView proof(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sent = SentForm.read(request, files);
        if (Slowed.is(request)) {
            return slowed(sent, "status", response);
        }
        var visit = filing.visit(sent.value("code"), "");
        if (visit.isEmpty()) {
            return kept(sent, "status", NOT_FOUND, 404, response);
        }
        var proof = days.proof(visit.get().code());
        if (proof.isEmpty()) {
            return standing(visit.get(), sent, "", response);
        }
        give(
                "举报日期证明-" + proof.get().day() + ".txt",
                "text/plain;charset=UTF-8",
                proof.get().bytes(),
                response);
        return null;
    }

    /** Checks the proof without the platform and without a network; the same for everybody. */
    @GetMapping("/report/verifier")
    void verifier(HttpServletResponse response) throws IOException {
        give("核验.html", "text/html;charset=UTF-8", VerifierPage.bytes(), response);
    }

    private static void give(String name, String type, byte[] content, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(content);
    }

    @PostMapping("/report/answer")
    ModelAndView answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sent = SentForm.read(request, files);
        if (Slowed.is(request)) {
            return slowed(sent, "again", response);
        }
        var told = sent.told();
        var problem = sent.problem();
        try {
            if (problem != null) {
                return standing(sent, problem, response);
            }
            if (told.text().isEmpty() && told.files().isEmpty()) {
                return standing(sent, "请写几句话，或者选择文件。", response);
            }
            var visit = filing.answer(sent.value("code"), sent.value("word"), told);
            return visit.isEmpty()
                    ? kept(sent, "again", NOT_FOUND, 404, response)
                    : standing(visit.get(), sent, TAKEN, response);
        } catch (Refusal refusal) {
            return kept(sent, "again", refusal.detail(), refusal.kind().status(), response);
        }
    }

    /** How many pieces of a file have arrived, so that a connection that broke goes on where it stopped. */
    @GetMapping("/report/files/{id}")
    ResponseEntity<String> arrived(@PathVariable UUID id) {
        return ResponseEntity.ok(String.valueOf(files.pieces(id)));
    }

    /** One piece of a file; the key is the sender's and is used, not kept. */
    @PutMapping("/report/files/{id}/{place}")
    ResponseEntity<Void> piece(
            @PathVariable UUID id,
            @PathVariable int place,
            @RequestHeader("X-File-Key") String key,
            HttpServletRequest request)
            throws IOException {
        var piece = request.getInputStream().readNBytes(TipFiles.PIECE + 1);
        var bytes = Base64.getDecoder().decode(key);
        if (place < 0
                || piece.length == 0
                || piece.length > TipFiles.PIECE
                || bytes.length != 32
                || (long) place * TipFiles.PIECE >= TipFiles.MOST_BYTES) {
            return ResponseEntity.badRequest().build();
        }
        files.append(id, bytes, place, piece);
        return ResponseEntity.noContent().build();
    }

    private static ModelAndView page(
            String template, String title, Map<String, ?> model, String mode, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        var all = new java.util.HashMap<String, Object>(model);
        all.put("mode", List.of("elder", "contrast").contains(mode) ? mode : "standard");
        return Views.page("tipoff/" + template, title, all);
    }
}
