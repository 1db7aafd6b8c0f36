package cn.daxietong.document;

import cn.daxietong.document.OfficialDocument.Closing;
import cn.daxietong.document.OfficialDocument.Layout;
import cn.daxietong.document.OfficialDocument.Masthead;
import cn.daxietong.document.OfficialDocument.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document being written, top to bottom; {@link #done()} makes it one. Not safe between threads. */
public final class Draft {
    private final Layout layout;
    private final String kind;
    private final String issuer;
    private final List<Section> body = new ArrayList<>();
    private final List<String> annexes = new ArrayList<>();
    private final List<String> copiesTo = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private @Nullable String number;
    private @Nullable String title;
    private @Nullable String addressee;
    private @Nullable Signature signature;
    private @Nullable String note;

    Draft(Layout layout, String kind, String issuer) {
        this.layout = layout;
        this.kind = kind;
        this.issuer = issuer;
    }

    public Draft number(@Nullable String given) {
        number = given;
        return this;
    }

    /** The title, where it is more than the kind. */
    public Draft title(String text) {
        title = text;
        return this;
    }

    public Draft to(String unit) {
        addressee = unit;
        return this;
    }

    public Draft paragraph(String text) {
        return with(new Section.Paragraph(text));
    }

    public Draft heading(int level, String text) {
        return with(new Section.Heading(level, text));
    }

    public Draft with(Section section) {
        body.add(section);
        return this;
    }

    public Draft annex(String name) {
        annexes.add(name);
        return this;
    }

    public Draft signed(String unit, LocalDate on) {
        signature = new Signature(unit, on, false);
        return this;
    }

    public Draft sealed(String unit, LocalDate on) {
        signature = new Signature(unit, on, true);
        return this;
    }

    public Draft copyTo(List<String> units) {
        copiesTo.addAll(units);
        return this;
    }

    public Draft note(String text) {
        note = text;
        return this;
    }

    public Draft part(Part part) {
        parts.add(part);
        return this;
    }

    public OfficialDocument done() {
        return new OfficialDocument(
                new Masthead(layout, kind, issuer, number),
                title == null ? kind : title,
                addressee,
                body,
                new Closing(annexes, signature, copiesTo, note, null),
                parts);
    }
}
