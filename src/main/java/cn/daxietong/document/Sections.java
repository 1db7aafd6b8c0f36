package cn.daxietong.document;

import cn.daxietong.document.Section.Align;
import java.util.Locale;

/** Sets one section of a body: text, headings, tables, forms. */
final class Sections {
    /** Characters of a form's label that fit on one line. */
    private static final int LABEL = 6;

    private Sections() {}

    static void set(Markup page, Section section) {
        switch (section) {
            case Section.Paragraph(var text) -> text.lines().forEach(line -> page.element("p", line.strip()));
            case Section.Heading(var level, var text) -> page.element("h" + (level + 1), text);
            case Section.KeyValues values -> keyValues(page, values);
            case Section.Table table -> table(page, table);
            case Section.Form form -> form(page, form);
        }
    }

    private static void keyValues(Markup page, Section.KeyValues values) {
        page.raw("<table class=\"keys\">");
        for (var row : values.rows()) {
            page.raw("<tr>").element("td", "name", row.label() + "：");
            page.element("td", row.value()).raw("</tr>");
        }
        page.raw("</table>");
    }

    private static void table(Markup page, Section.Table table) {
        if (table.title() != null) {
            page.element("div", "caption-of-table", table.title());
        }
        int total = Math.max(
                1, table.columns().stream().mapToInt(Section.Column::weight).sum());
        page.raw("<table class=\"grid data\"><thead><tr>");
        for (var column : table.columns()) {
            page.raw(String.format(Locale.ROOT, "<th style=\"width:%.2f%%\">", 100.0 * column.weight() / total));
            page.text(column.title()).close("th");
        }
        page.raw("</tr></thead><tbody>");
        for (var row : table.rows()) {
            page.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                page.element("td", side(table.columns().get(i).align()), row.get(i));
            }
            page.raw("</tr>");
        }
        page.raw("</tbody></table>");
    }

    private static String side(Align align) {
        return align.name().toLowerCase(Locale.ROOT);
    }

    // Twelve columns hold one, two or three pairs alike; a label takes two.
    private static void form(Markup page, Section.Form form) {
        page.raw("<table class=\"grid form-grid\">").raw("<colgroup>");
        page.raw("<col style=\"width:8.333%\"/>".repeat(12)).raw("</colgroup>");
        for (var row : form.rows()) {
            page.raw("<tr>");
            switch (row) {
                case Section.Pairs(var fields) -> {
                    int span = 12 / fields.size() - 2;
                    for (var field : fields) {
                        label(page, field.label()).raw("<td class=\"value\" colspan=\"" + span + "\">");
                        page.text(field.value()).close("td");
                    }
                }
                case Section.Block(var label, var text, var lines) -> {
                    label(page, label).raw("<td class=\"text\" colspan=\"10\">");
                    page.raw("<div style=\"min-height:" + 18 * lines + "pt\">");
                    text.lines().forEach(line -> page.element("div", "line", line.strip()));
                    page.raw("</div></td>");
                }
                case Section.Approval approval -> approval(page, approval);
            }
            page.raw("</tr>");
        }
        page.raw("</table>");
    }

    private static Markup label(Markup page, String text) {
        page.raw("<th colspan=\"2\">");
        if (text.length() <= LABEL) {
            return page.text(text).close("th");
        }
        // A long label is halved, so that no single character is left on a line of its own.
        return page.text(text.substring(0, text.length() / 2))
                .raw("<br/>")
                .text(text.substring(text.length() / 2))
                .close("th");
    }

    private static void approval(Markup page, Section.Approval approval) {
        label(page, approval.label()).raw("<td class=\"text\" colspan=\"10\"><div class=\"opinion\">");
        var opinion = approval.opinion() == null ? "" : approval.opinion();
        opinion.lines().forEach(line -> page.element("div", "line", line.strip()));
        page.raw("</div>");
        var signer = approval.signer() == null ? "\u3000\u3000\u3000\u3000\u3000" : approval.signer();
        page.open("div", "sign").text("签名：" + signer + "\u3000\u3000");
        Typesetting.day(page, approval.on()).close("div").raw("</td>");
    }
}
