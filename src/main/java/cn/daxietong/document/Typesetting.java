package cn.daxietong.document;

import cn.daxietong.document.OfficialDocument.Layout;
import cn.daxietong.document.OfficialDocument.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sets a document as the XHTML that the press lays out; the measures are in official.css. */
final class Typesetting {
    static final String IMPRINT = "imprint";
    private static final int LONGEST_KEPT = 300;
    private static final String STYLE = style();

    private final OfficialDocument document;
    private final Markup page = new Markup();

    private Typesetting(OfficialDocument document) {
        this.document = document;
    }

    /**
     * @param pushed millimetres by which the 版记 is pushed down, so that it stands at the foot of its page
     */
    static String xhtml(OfficialDocument document, double pushed) {
        return new Typesetting(document).set(pushed);
    }

    private String set(double pushed) {
        var masthead = document.masthead();
        page.raw("<html lang=\"zh-CN\"><head>").element("title", headTitle());
        page.raw("<meta name=\"subject\" content=\"").text(masthead.kind()).raw("\"/><meta name=\"author\" content=\"");
        page.text(masthead.issuer()).raw("\"/><meta name=\"description\" content=\"");
        page.text(headTitle()).raw("\"/><style>").raw(STYLE).raw("</style></head>");
        page.open("body", masthead.layout().name().toLowerCase(Locale.ROOT));
        if (masthead.layout() == Layout.LETTER) {
            letterHead();
        } else {
            plainHead();
        }
        addressee(document.addressee());
        bodyAndClosing();
        imprint(pushed);
        document.parts().forEach(this::part);
        return page.close("body").close("html").toString();
    }

    // 署名 never stands on a page without a line of the text (GB/T 9704 forbids 此页无正文): the last paragraph goes with it.
    private void bodyAndClosing() {
        var body = document.body();
        boolean together = !body.isEmpty()
                && body.getLast() instanceof Section.Paragraph(var text)
                && text.length() < LONGEST_KEPT;
        int last = together ? body.size() - 1 : body.size();
        sections(body.subList(0, last));
        page.open("div", "closing");
        sections(body.subList(last, body.size()));
        annexes();
        signature(document.closing().signature(), coded());
        if (document.closing().note() != null) {
            page.element("p", "note", "（" + document.closing().note() + "）");
        }
        page.close("div");
    }

    private String headTitle() {
        var number = document.masthead().number();
        return document.title().replace("\n", "") + (number == null ? "" : "（" + number + "）");
    }

    private void letterHead() {
        var masthead = document.masthead();
        page.raw("<div class=\"rules head\"><div></div></div><div class=\"rules foot\"><div></div></div>");
        page.raw("<div class=\"issuer\" style=\"" + mastheadSize(masthead.issuer()) + "\">")
                .text(masthead.issuer());
        page.close("div");
        page.element("div", "number", masthead.number() == null ? "\u3000" : masthead.number());
        title(document.title());
    }

    // 发文机关标志 is as large as the line allows and the standard's pictures show: a long name shrinks rather than wraps.
    private static String mastheadSize(String issuer) {
        int length = Math.max(issuer.codePointCount(0, issuer.length()), 4);
        double size = Math.min(40, 430.0 / length * 0.94);
        double spacing = Math.min(8, Math.max(0, (430 - size * length) / length));
        return String.format(Locale.ROOT, "font-size:%.1fpt;letter-spacing:%.1fpt", size, spacing);
    }

    private void plainHead() {
        var masthead = document.masthead();
        page.raw("<div class=\"head\"><table><tr><td class=\"side\"></td><td>");
        page.element("div", "issuer", masthead.issuer());
        title(document.title());
        page.raw("</td><td class=\"side\">");
        qr();
        page.raw("</td></tr></table></div>");
        if (masthead.number() != null) {
            page.element("div", "number", "编号：" + masthead.number());
        }
    }

    private void title(String title) {
        page.raw("<h1>");
        boolean first = true;
        for (var line : title.lines().toList()) {
            if (!first) {
                page.raw("<br/>");
            }
            page.text(line);
            first = false;
        }
        page.raw("</h1>");
    }

    private void addressee(@Nullable String addressee) {
        if (addressee != null) {
            page.element("p", "addressee", addressee + "：");
        }
    }

    private void sections(List<Section> sections) {
        sections.forEach(section -> Sections.set(page, section));
    }

    private void annexes() {
        var annexes = document.closing().annexes();
        if (annexes.isEmpty()) {
            return;
        }
        page.raw("<table class=\"annexes\">");
        for (int i = 0; i < annexes.size(); i++) {
            page.raw("<tr>").element("td", "name", i == 0 ? "附件：" : "");
            if (annexes.size() > 1) {
                page.element("td", "name", (i + 1) + ". ");
            }
            page.element("td", annexes.get(i)).raw("</tr>");
        }
        page.raw("</table>");
    }

    /** The code of a letter stands beside its seal, so that no page is turned over for it alone. */
    private boolean coded() {
        return document.masthead().layout() == Layout.LETTER
                && document.closing().checkUrl() != null
                && document.closing().signature() != null;
    }

    private void signature(@Nullable Signature signature, boolean coded) {
        if (signature == null) {
            return;
        }
        page.open("div", signature.sealed() ? "signature sealed" : "signature");
        if (coded) {
            qr();
        }
        page.open("div", "mark");
        if (signature.sealed()) {
            page.raw("<div class=\"seal\"><span>（印章位置）<br/>样章无效</span></div>");
        }
        page.element("span", "unit", signature.unit());
        day(page.open("span", "date"), signature.on()).close("span");
        page.close("div").close("div");
    }

    private void imprint(double pushed) {
        var closing = document.closing();
        boolean letter = document.masthead().layout() == Layout.LETTER;
        boolean coded = letter && closing.checkUrl() != null && !coded();
        if (closing.copiesTo().isEmpty() && !coded) {
            return;
        }
        page.raw(String.format(Locale.ROOT, "<div style=\"height:%.2fmm\"></div>", pushed));
        page.raw("<div class=\"imprint\" id=\"" + IMPRINT + "\"><table><tr><td class=\"copies\">");
        if (!closing.copiesTo().isEmpty()) {
            page.raw("<table><tr>").element("td", "name", "抄送：");
            page.element("td", String.join("，", closing.copiesTo()) + "。").raw("</tr></table>");
        }
        page.raw("</td>");
        if (coded) {
            page.raw("<td class=\"qr\">");
            qr();
            page.raw("</td>");
        }
        page.raw("</tr></table></div>");
    }

    private void qr() {
        var url = document.closing().checkUrl();
        if (url == null) {
            return;
        }
        page.raw("<div class=\"qr\"><img alt=\"公文核验二维码\" src=\"")
                .raw(QrCode.dataUri(url))
                .raw("\"/>");
        page.element("span", "caption", "扫码核验");
        var code = url.substring(url.lastIndexOf('/') + 1);
        for (var line : CheckCode.printed(code)) {
            page.element("span", "code", line);
        }
        page.raw("</div>");
    }

    private void part(Part part) {
        page.raw("<div class=\"part\">").element("p", "label", part.label());
        title(part.title());
        if (part.number() != null) {
            page.element("div", "number", part.number());
        }
        addressee(part.addressee());
        sections(part.body());
        signature(part.signature(), false);
        page.raw("</div>");
    }

    /** 成文日期 in Arabic figures without leading zeros; an unknown one leaves room for the pen. */
    static Markup day(Markup page, @Nullable LocalDate day) {
        return day == null
                ? page.element("span", "gap", "年").element("span", "gap", "月").element("span", "gap", "日")
                : page.text(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
    }

    private static String style() {
        try (var in = Typesetting.class.getResourceAsStream("/document/official.css")) {
            if (in == null) {
                throw new IllegalStateException("official.css is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
