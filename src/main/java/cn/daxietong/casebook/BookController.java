package cn.daxietong.casebook;

import cn.daxietong.attachment.Attachments;
import cn.daxietong.document.Format;
import cn.daxietong.matter.Kinds;
import cn.daxietong.matter.Seen;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Option;
import cn.daxietong.web.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which a book is ordered, watched and taken away. */
@Controller
class BookController {
    private static final String ALL = "all";

    private final Books books;
    private final Attachments attachments;
    private final Kinds kinds;

    BookController(Books books, Attachments attachments, Kinds kinds) {
        this.kinds = kinds;
        this.books = books;
        this.attachments = attachments;
    }

    @GetMapping("/matters/{id}/casebook")
    ModelAndView form(Viewer viewer, @PathVariable UUID id) {
        return form(viewer, books.matter(viewer, id), null, null);
    }

    private ModelAndView form(Viewer viewer, Seen<?> seen, @Nullable Set<UUID> linked, @Nullable Refusal refusal) {
        var matter = seen.matter();
        var papers = matter.documents().stream()
                .map(d -> new Option(
                        d.id().toString(),
                        (d.number() == null ? d.title() : d.title() + "　" + d.number())
                                + (d.replacedIn(matter.documents()) ? "（已由后一份取代）" : "")))
                .toList();
        var files = attachments.of(viewer, matter.id()).stream()
                .map(f -> new Option(f.id().toString(), f.name()))
                .toList();
        var chapters = Books.chapters(seen).stream()
                .map(l -> new BookForm.Chosen(
                        l.row().id(),
                        kinds.kind(l.row().kind()).title() + "　" + l.row().number() + "　"
                                + l.row().title(),
                        linked == null
                                ? l.row().kind().equals(Books.PENALTY)
                                : linked.contains(l.row().id())))
                .toList();
        var lines = books.of(viewer, matter.id()).stream().map(BookLine::of).toList();
        var form = new BookForm(
                matter.id(),
                matter.number(),
                matter.title(),
                papers,
                files,
                chapters,
                lines,
                refusal == null ? null : refusal.detail());
        var view = Views.page(
                "casebook/order", "制作案卷", Map.of("form", form), seen.kind().code());
        if (refusal != null) {
            view.setStatus(org.springframework.http.HttpStatusCode.valueOf(
                    refusal.kind().status()));
        }
        return view;
    }

    @PostMapping("/matters/{id}/casebook")
    ModelAndView order(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = ALL) String scope,
            @RequestParam(required = false) @Nullable List<String> chosen,
            @RequestParam(required = false) @Nullable Set<UUID> linked,
            @RequestParam(defaultValue = "pdf") String format) {
        var chapters = linked == null ? Set.<UUID>of() : linked;
        try {
            var some = scope.equals(ALL) ? null : ids(chosen);
            var book = books.order(viewer, id, some, chapters, format(format));
            return Views.redirect("/matters/" + id + "/casebook/" + book);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            return form(viewer, books.matter(viewer, id), chapters, refusal);
        }
    }

    private static Set<UUID> ids(@Nullable List<String> chosen) {
        if (chosen == null || chosen.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "nothing_chosen", "没有勾选", "请勾选要装入案卷的文书或附件，或者改选“全部文书和材料”。");
        }
        var ids = new HashSet<UUID>();
        for (var id : chosen) {
            try {
                ids.add(UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid(List.of(new Fault("chosen", "unknown", "所选的文书或附件不存在")));
            }
        }
        return ids;
    }

    private static Format format(String code) {
        try {
            return Format.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(List.of(new Fault("format", "unknown", "格式应为 pdf 或 ofd")));
        }
    }

    /** Refreshes itself while the book is being made, script or no script. */
    @GetMapping("/matters/{id}/casebook/{book}")
    ModelAndView watch(Viewer viewer, @PathVariable UUID id, @PathVariable UUID book, HttpServletResponse response) {
        var found = books.find(viewer, id, book);
        var number = books.matter(viewer, id).matter().number();
        if (found.state().open()) {
            response.setHeader("Refresh", "2");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return Views.page("casebook/book", "案卷", Map.of("line", BookLine.of(found), "matter", id, "number", number));
    }

    @GetMapping("/matters/{id}/casebook/{book}/file")
    ResponseEntity<Resource> take(Viewer viewer, @PathVariable UUID id, @PathVariable UUID book) {
        var taken = books.take(viewer, id, book);
        var disposition = ContentDisposition.attachment()
                .filename(taken.name() + "." + taken.format().code(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(taken.format().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(new FileSystemResource(taken.file()));
    }
}
