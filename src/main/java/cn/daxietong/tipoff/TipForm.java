package cn.daxietong.tipoff;

import cn.daxietong.shared.Fault;
import cn.daxietong.tipoff.TipAction.Hotline;
import cn.daxietong.tipoff.TipAction.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The public form as it was filled in, right or wrong.
 *
 * @param word what the teller will prove to be the teller by; empty where none was chosen
 * @param problem what was wrong with a file; the words are kept all the same
 * @param about {@code officials} where it concerns the office or an official
 * @param via the hotline whose operator fills it in; empty where the teller writes
 * @param ticket drawn with the empty page; of it and of the words the receipt is made, so that a page sent twice is one tip-off
 */
record TipForm(
        String manner,
        String text,
        String place,
        String goods,
        Identity identity,
        String word,
        List<TellersFile> files,
        @Nullable String problem,
        String about,
        String via,
        String ticket) {
    private static final int LONGEST = 20_000;
    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_TICKET = 36;

    static final String OFFICIALS = "officials";

    /** A page that nobody has written on yet. */
    static TipForm empty(String via) {
        return new TipForm(
                "anonymous",
                "",
                "",
                "",
                new Identity("", ""),
                "",
                List.of(),
                null,
                "",
                via,
                ReceiptCode.fresh().digits());
    }

    /** Words without a name. */
    static TipForm words(String text, String place, String goods, String word) {
        return new TipForm("anonymous", text, place, goods, new Identity("", ""), word, List.of(), null, "", "", "");
    }

    /** The same, of an official. */
    static TipForm ofAnOfficial(String text, String word) {
        return new TipForm("anonymous", text, "", "", new Identity("", ""), word, List.of(), null, OFFICIALS, "", "");
    }

    TipForm {
        files = List.copyOf(files);
    }

    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (mannerOrNull() == null) {
            faults.add(new Fault("manner", "required", "请选择怎样举报：匿名、实名，或者内部知情。"));
        }
        if (text.strip().codePointCount(0, text.strip().length()) < 5) {
            faults.add(new Fault("text", "required", "请写下看到或知道的情况，几句话就可以。"));
        }
        if (!via.isEmpty() && viaOrNull() == null) {
            faults.add(new Fault("via", "required", "请选择来电的热线。"));
        }
        tooLong(faults, "text", text, LONGEST, "情况");
        tooLong(faults, "place", place, 300, "地点");
        tooLong(faults, "goods", goods, 300, "货物");
        tooLong(faults, "name", identity.name(), 100, "姓名");
        tooLong(faults, "contact", identity.contact(), 200, "联系方式");
        if (mannerOrNull() == Manner.NAMED
                && (identity.name().isBlank() || identity.contact().isBlank())) {
            faults.add(new Fault("name", "required", "实名举报请写姓名和联系方式；不愿写的，请改选匿名。"));
        }
        if (mannerOrNull() == Manner.ANONYMOUS && !identity.isEmpty()) {
            faults.add(new Fault("name", "anonymous", "选了匿名，却写了姓名或联系方式。不想留身份的，请删掉；愿意留的，请改选实名或者内部知情人。"));
        }
        if (!word.isEmpty() && word.codePointCount(0, word.length()) < SHORTEST_WORD) {
            faults.add(new Fault("word", "short", "暗语至少 " + SHORTEST_WORD + " 个字，也可以不设。"));
        }
        tooLong(faults, "word", word, 100, "暗语");
        if (problem != null) {
            faults.add(new Fault("files", "file", problem));
        }
        return faults;
    }

    private static void tooLong(List<Fault> faults, String field, String value, int most, String title) {
        if (value.codePointCount(0, value.length()) > most) {
            faults.add(new Fault(field, "size", title + "请写在 " + most + " 字以内；已写的都还在，请删减后再提交。"));
        }
    }

    @Nullable
    Manner mannerOrNull() {
        for (var m : Manner.values()) {
            if (m.name().toLowerCase(Locale.ROOT).equals(manner)) {
                return m;
            }
        }
        return null;
    }

    boolean officials() {
        return about.equals(OFFICIALS);
    }

    TipDesk desk() {
        return officials() ? TipDesk.DISCIPLINE : TipDesk.OFFICE;
    }

    @Nullable
    Hotline viaOrNull() {
        for (var h : Hotline.values()) {
            if (h.number().equals(via)) {
                return h;
            }
        }
        return null;
    }

    /** The same words on the same page have the same code; a page without a ticket has a new one each time. */
    ReceiptCode code(String secret) {
        if (ticket.length() < SHORTEST_TICKET) {
            return ReceiptCode.fresh();
        }
        var all = new ArrayList<>(List.of(
                secret, ticket, manner, about, via, text, place, goods, identity.name(), identity.contact(), word));
        files.forEach(f -> all.add(f.name() + " " + f.size()));
        return ReceiptCode.of(String.join("\n", all));
    }

    /** Everything in the teller's words, as one text to be sealed. */
    Told told() {
        var all = new StringBuilder(text.strip());
        if (!place.isBlank()) {
            all.append("\n\n地点：").append(place.strip());
        }
        if (!goods.isBlank()) {
            all.append("\n货物：").append(goods.strip());
        }
        return new Told(all.toString(), files);
    }
}
