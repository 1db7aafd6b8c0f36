package cn.daxietong.casebook;

import cn.daxietong.attachment.AttachmentRef;
import cn.daxietong.attachment.Attachments;
import cn.daxietong.casebook.Content.Bound;
import cn.daxietong.document.DocumentPress;
import cn.daxietong.document.Documents;
import cn.daxietong.document.Format;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Seen;
import cn.daxietong.shared.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes one book: looks at everything once to know its pages, then writes cover, contents, the things themselves and the annexes. */
@Component
final class BookMaker {
    static final int MOST_LOOKS = 5000;
    private static final String AUDIT = "办理和查阅记录";
    private static final Logger log = LoggerFactory.getLogger(BookMaker.class);
    private static final String PDF = "application/pdf";

    private final Matters matters;
    private final Documents documents;
    private final Attachments attachments;
    private final DocumentPress press;
    private final Sheets sheets;

    BookMaker(Matters matters, Documents documents, Attachments attachments, DocumentPress press, Sheets sheets) {
        this.matters = matters;
        this.documents = documents;
        this.attachments = attachments;
        this.press = press;
        this.sheets = sheets;
    }

    /** What came of it. */
    record Outcome(String title, int pages, int slips) {}

    /**
     * @param target where the book comes to lie
     * @param scratch a folder of its own, emptied by the caller
     * @throws cn.daxietong.shared.Refusal {@code not_found} where the unit no longer sees the matter
     */
    Outcome make(Book book, Path target, Path scratch, Consumer<Book.Progress> tell) throws IOException {
        var viewer = book.order().viewer();
        var seen = matters.visible(viewer, book.matter());
        var contents = contents(book, seen);
        int total = 2 * contents.values().stream().mapToInt(List::size).sum() + 4;
        var hashes = new HashMap<Content, List<String>>();
        var chapters = new ArrayList<Chapter>();
        int done = 0;
        for (var chapter : contents.entrySet()) {
            var bound = new ArrayList<Bound>();
            for (var content : chapter.getValue()) {
                tell.accept(new Book.Progress("清点“" + content.title() + "”", done++, total));
                bound.add(look(book, content, scratch, hashes));
            }
            chapters.add(new Chapter(chapter.getKey(), bound));
        }
        tell.accept(new Book.Progress("编制目录和附录", done, total));
        var annexes = annexes(viewer, chapters, hashes);
        var lines = lines(chapters, annexes);
        var last = lines.getLast();
        int numbered = last.page() + last.pages() - 1;
        try (var binder = new Binder(press::figures, scratch)) {
            binder.add(sheets.cover(book, chapters, numbered), "封面", false, 0);
            binder.add(sheets.contents(seen.matter(), lines), "卷内目录", false, 0);
            int counted = done;
            for (var chapter : chapters) {
                binder.chapter(chapters.size() == 1 ? "" : chapter.title());
                bind(
                        chapter.bound(),
                        binder,
                        scratch,
                        next -> tell.accept(new Book.Progress(
                                "装订“" + next.content().title() + "”", counted + 1 + binder.things(), total)));
            }
            binder.chapter("");
            for (var annex : annexes) {
                binder.add(annex.pdf(), annex.title(), true, 0);
            }
            tell.accept(new Book.Progress("写入文件", total - 1, total));
            var title = seen.matter().number() + " " + seen.matter().title();
            binder.save(target, title);
            return new Outcome(title, binder.pages(), (int) chapters.stream()
                    .flatMap(c -> c.bound().stream())
                    .filter(b -> b.slip() != null)
                    .count());
        }
    }

    /** A file that two of the matters hold is bound where it comes first. */
    private Map<Seen<?>, List<Content>> contents(Book book, Seen<?> main) {
        var order = book.order();
        var viewer = order.viewer();
        var found = new LinkedHashMap<Seen<?>, List<Content>>();
        var files = new HashSet<UUID>();
        found.put(
                main,
                contents(viewer, main)
                        .filter(c -> order.takes(c.id()) && files.add(c.id()))
                        .toList());
        for (var id : order.chapters()) {
            var seen = matters.visible(viewer, id);
            found.put(
                    seen, contents(viewer, seen).filter(c -> files.add(c.id())).toList());
        }
        return found;
    }

    private Stream<Content> contents(Viewer viewer, Seen<?> seen) {
        var matter = seen.matter();
        return Stream.concat(
                matter.documents().stream()
                        .map(d -> new Content.Issued(matter.id(), d, d.replacedIn(matter.documents()))),
                attachments.of(viewer, matter.id()).stream().map(Content.Attached::new));
    }

    /** A sheet after the things themselves. */
    private record Annex(String title, byte[] pdf) {}

    private List<Annex> annexes(Viewer viewer, List<Chapter> chapters, Map<Content, List<String>> hashes) {
        var found = new ArrayList<Annex>();
        for (var chapter : chapters) {
            var seen = chapter.seen();
            var audit = sheets.audit(
                    seen,
                    matters.history(viewer, seen),
                    matters.looks(viewer, seen.matter().id(), MOST_LOOKS));
            found.add(new Annex(
                    chapters.size() == 1 ? AUDIT : AUDIT + "（" + seen.matter().number() + "）", audit));
        }
        var contents = chapters.stream().flatMap(c -> c.contents().stream()).toList();
        found.add(new Annex("卷内文件校验值", sheets.hashes(chapters.getFirst().seen().matter(), contents, hashes)));
        return found;
    }

    // ---- how many pages each thing makes, and whether it opens at all

    private Bound look(Book book, Content content, Path scratch, Map<Content, List<String>> hashes) throws IOException {
        return switch (content) {
            case Content.Issued issued -> pressed(book, issued, scratch, hashes);
            case Content.Attached(var file) -> {
                try {
                    yield attached(content, file);
                } catch (Pictures.TooLarge e) {
                    yield new Bound(content, 1, e.getMessage() + "，不宜成页，请查看原件。");
                } catch (IOException | RuntimeException e) {
                    log.info("附件 {} 打不开，案卷中以说明页代替：{}", file.id(), e.toString());
                    yield new Bound(content, 1, "该附件打不开（文件已损坏、加密或缺失），未能装入本卷。请用上列校验值核对原件，或请上传单位重新提供。");
                }
            }
        };
    }

    private Bound pressed(Book book, Content.Issued issued, Path scratch, Map<Content, List<String>> hashes)
            throws IOException {
        byte[] pdf;
        byte[] leaves;
        String failed = null;
        try {
            var viewer = book.order().viewer();
            var id = issued.document().id();
            pdf = documents.pressWithin(viewer, issued.matter(), id, Format.PDF).bytes();
            leaves = press.leaves(documents.read(viewer, issued.matter(), id));
        } catch (RuntimeException e) {
            log.error("文书 {} 未能排版，案卷中以说明页代替", issued.document().id(), e);
            failed = "该文书未能排版，没有装入本卷；其内容仍保存在平台，可单独下载。";
            pdf = sheets.failed(issued.title(), failed);
            leaves = pdf;
        }
        Files.write(at(scratch, issued), leaves);
        hashes.put(issued, List.of(Digests.sha256(pdf), Digests.sm3(pdf), "%,d".formatted(pdf.length)));
        return new Bound(issued, pages(leaves), failed);
    }

    private static Path at(Path scratch, Content.Issued issued) {
        return scratch.resolve(issued.document().id() + ".pdf");
    }

    private Bound attached(Content content, AttachmentRef file) throws IOException {
        var path = attachments.path(file);
        var type = file.content().mediaType();
        if (!Digests.sha256(path).equals(file.content().sha256())) {
            return new Bound(content, 1, "该附件在存储中已损坏：现有内容与上传时的校验值不符，未装入本卷。请上传单位重新提供原件。");
        }
        if (type.equals(PDF)) {
            try (var pdf = Binder.open(path)) {
                int pages = pdf.getNumberOfPages();
                return pages == 0 ? new Bound(content, 1, "该 PDF 没有页面，请查看原件。") : new Bound(content, pages, null);
            }
        }
        return isPicture(type)
                ? new Bound(content, Pictures.pages(path, type), null)
                : new Bound(content, 1, "该附件不是图片或 PDF，不能成页，以本页代替；原件存于平台，可按上列校验值核对。");
    }

    private static boolean isPicture(String type) {
        return List.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff")
                .contains(type);
    }

    private static List<Sheets.Line> lines(List<Chapter> chapters, List<Annex> annexes) throws IOException {
        var lines = new ArrayList<Sheets.Line>();
        int page = 1;
        for (var chapter : chapters) {
            if (chapters.size() > 1) {
                lines.add(new Sheets.Line(chapter.title(), chapter.bound().isEmpty() ? "没有文书和附件" : "", page, 0));
            }
            for (var b : chapter.bound()) {
                lines.add(new Sheets.Line(b.content().title(), b.content().note(), page, b.pages()));
                page += b.pages();
            }
        }
        for (var annex : annexes) {
            int pages = pages(annex.pdf());
            lines.add(new Sheets.Line(annex.title(), "附录", page, pages));
            page += pages;
        }
        return lines;
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    // ---- the things themselves

    private void bind(List<Bound> bound, Binder binder, Path scratch, Consumer<Bound> done) throws IOException {
        var slips = slips(bound, scratch);
        for (var b : bound) {
            done.accept(b);
            switch (b.content()) {
                case Content.Issued issued -> binder.add(at(scratch, issued), issued.title(), true);
                case Content.Attached(var file) -> {
                    if (b.slip() != null) {
                        binder.add(Objects.requireNonNull(slips.get(b)), file.name(), true);
                    } else if (file.content().mediaType().equals(PDF)) {
                        binder.add(attachments.path(file), file.name(), true);
                    } else {
                        for (int frame = 0; frame < b.pages(); frame++) {
                            picture(binder, file, frame, scratch);
                        }
                    }
                }
            }
        }
    }

    /** What opened when it was counted and does not now leaves its place, so that no later number is wrong. */
    private void picture(Binder binder, AttachmentRef file, int frame, Path scratch) throws IOException {
        var title = frame == 0 ? file.name() : "";
        org.apache.pdfbox.pdmodel.PDPage page;
        try {
            page = Pictures.page(
                    binder.document(), attachments.path(file), file.content().mediaType(), frame);
        } catch (IOException | RuntimeException e) {
            log.info("附件 {} 的图像解不开：{}", file.id(), e.toString());
            var note = scratch.resolve("broken-" + file.id() + "-" + frame + ".pdf");
            Files.write(note, sheets.failed(file.name(), "该图片的数据已损坏，不能显示，未能装入本卷。请用卷末校验值核对原件，或请上传单位重新提供。"));
            binder.add(note, title, true);
            return;
        }
        binder.add(page, title);
    }

    /** All slip sheets are laid out together, for one by one would take longer than the rest of the book. */
    private Map<Bound, Path> slips(List<Bound> bound, Path scratch) throws IOException {
        var needed = bound.stream()
                .filter(b -> b.slip() != null && b.content() instanceof Content.Attached)
                .toList();
        var found = new HashMap<Bound, Path>();
        if (needed.isEmpty()) {
            return found;
        }
        var pressed = sheets.slips(needed.stream()
                .map(b -> new Sheets.Slip(((Content.Attached) b.content()).file(), String.valueOf(b.slip())))
                .toList());
        try (var all = org.apache.pdfbox.Loader.loadPDF(pressed)) {
            if (all.getNumberOfPages() != needed.size() + 1) {
                throw new IllegalStateException("a slip sheet takes more than a page");
            }
            for (int i = 0; i < needed.size(); i++) {
                var path = scratch.resolve("slip-" + i + ".pdf");
                try (var one = new org.apache.pdfbox.pdmodel.PDDocument()) {
                    one.importPage(all.getPage(i + 1));
                    one.save(path.toFile());
                }
                found.put(needed.get(i), path);
            }
        }
        return found;
    }

    static void discard(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
