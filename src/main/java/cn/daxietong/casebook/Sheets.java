package cn.daxietong.casebook;

import cn.daxietong.attachment.AttachmentRef;
import cn.daxietong.document.DocumentPress;
import cn.daxietong.document.OfficialDocument;
import cn.daxietong.document.OfficialDocument.Part;
import cn.daxietong.document.Section;
import cn.daxietong.document.Section.Align;
import cn.daxietong.document.Section.Column;
import cn.daxietong.document.Section.Field;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Matters.Look;
import cn.daxietong.matter.Matters.TimelineLine;
import cn.daxietong.matter.Seen;
import cn.daxietong.matter.Wording;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The sheets that a book adds to what is bound: cover, contents, slip sheets, audit annex and list of hashes. */
@Component
final class Sheets {
    private static final String KIND = "案卷";
    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    private final DocumentPress press;
    private final Wording words;

    Sheets(DocumentPress press, Wording words) {
        this.press = press;
        this.words = words;
    }

    byte[] cover(Book book, List<Chapter> chapters, int pages) {
        var seen = chapters.getFirst().seen();
        var matter = seen.matter();
        var order = book.order();
        int items = chapters.stream().mapToInt(c -> c.bound().size()).sum();
        var rows = new ArrayList<Section.Row>(List.of(
                pair("题名", matter.title()),
                pair("类别", seen.kind().title()),
                pair("编号", matter.number()),
                pair("承办单位", words.unit(matter.owner())),
                pair("登记时间", Wording.minute(matter.createdAt())),
                pair("现状", seen.statusTitle()),
                pair("卷内件数", items + " 件"),
                pair("卷内页数", pages + " 页"),
                pair("范围", order.chosen() == null ? "全部文书和材料" : "所选部分"),
                pair(
                        "制作",
                        words.unit(order.viewer().unit()) + " " + order.viewer().name() + "，"
                                + Wording.minute(order.at()))));
        chapters.stream().skip(1).forEach(c -> rows.add(rows.size() - 1, pair("并入", c.title())));
        return press.sheet(OfficialDocument.form(KIND, "大协同平台")
                .title("案　卷")
                .with(new Section.Form(rows))
                .paragraph("本卷由平台按办理记录自动生成，供阅卷、移送、归档核对使用；纸质原件另行立卷。卷内个人信息依法保密，不得擅自复制、外传。")
                .done());
    }

    private static Section.Row pair(String label, String value) {
        return new Section.Pairs(List.of(new Field(label, value)));
    }

    /**
     * A line of the contents.
     *
     * @param pages 0 for the heading of a chapter
     */
    record Line(String title, String note, int page, int pages) {}

    byte[] contents(Matter<?> matter, List<Line> lines) {
        var rows = new ArrayList<List<String>>();
        int things = 0;
        for (var line : lines) {
            if (line.pages() == 0) {
                rows.add(List.of("", line.title(), line.note(), ""));
                continue;
            }
            rows.add(List.of(
                    Integer.toString(++things),
                    line.title(),
                    line.note(),
                    line.pages() < 2
                            ? Integer.toString(line.page())
                            : line.page() + "–" + (line.page() + line.pages() - 1)));
        }
        return press.sheet(OfficialDocument.list("卷内目录", words.unit(matter.owner()))
                .title("卷内目录")
                .paragraph(matter.number() + "　" + matter.title())
                .with(new Section.Table(
                        null,
                        List.of(
                                column("序号", 2, Align.CENTER),
                                column("名称", 12, Align.LEFT),
                                column("文号或来源", 7, Align.LEFT),
                                column("页码", 3, Align.CENTER)),
                        rows))
                .done());
    }

    /** A slip sheet each, after one page that is left out. */
    byte[] slips(List<Slip> slips) {
        var draft = OfficialDocument.list(KIND, "").title("附件说明");
        slips.forEach(slip -> draft.part(new Part(
                "附件说明页",
                slip.file().name(),
                null,
                null,
                List.of(
                        new Section.KeyValues(List.of(
                                new Field("名称", slip.file().name()),
                                new Field("类型", slip.file().content().mediaType()),
                                new Field(
                                        "大小",
                                        "%,d 字节".formatted(slip.file().content().size())),
                                new Field(
                                        "SHA-256", spaced(slip.file().content().sha256())),
                                new Field("SM3", spaced(slip.file().content().sm3())),
                                new Field("来源", from(slip.file())))),
                        new Section.Paragraph(slip.why())),
                null)));
        return press.sheet(draft.done());
    }

    record Slip(AttachmentRef file, String why) {}

    private String from(AttachmentRef file) {
        var origin = file.origin();
        return words.unit(origin.unit()) + " " + words.account(origin.account()) + "，" + Wording.minute(origin.at())
                + " 上传";
    }

    /** Says in place of a document that it could not be printed. */
    byte[] failed(String title, String why) {
        return press.sheet(
                OfficialDocument.list(KIND, "").title(title).paragraph(why).done());
    }

    byte[] audit(Seen<?> seen, List<TimelineLine> lines, List<Look> looks) {
        var steps = lines.stream()
                .map(l -> List.of(
                        Integer.toString(l.version()),
                        Wording.minute(l.at()),
                        l.title(),
                        words.actor(l),
                        l.law(),
                        l.hash().substring(0, Math.min(16, l.hash().length()))))
                .toList();
        var sights = seen.matter().participants().stream()
                .map(p -> {
                    var until = p.until();
                    return List.of(
                            words.unit(p.unit()),
                            Wording.role(p.role()),
                            p.basis(),
                            Wording.minute(p.from()),
                            until == null ? "办理期间" : Wording.minute(until));
                })
                .toList();
        return press.sheet(
                OfficialDocument.list("办理和查阅记录", words.unit(seen.matter().owner()))
                        .title("办理和查阅记录")
                        .paragraph("以下由账本摘出，每条记录与前一条相扣；校验值取前 16 位，可与平台或移送袋中的账本核对。")
                        .with(new Section.Table(
                                "一、谁在何时办理了什么",
                                List.of(
                                        column("序", 2, Align.CENTER),
                                        column("时间", 5, Align.LEFT),
                                        column("事项", 5, Align.LEFT),
                                        column("办理人", 6, Align.LEFT),
                                        column("依据", 7, Align.LEFT),
                                        column("校验值", 4, Align.LEFT)),
                                steps))
                        .with(new Section.Table(
                                "二、谁能看、凭什么、到何时",
                                List.of(
                                        column("单位", 4, Align.LEFT),
                                        column("身份", 3, Align.LEFT),
                                        column("凭据", 7, Align.LEFT),
                                        column("自", 4, Align.LEFT),
                                        column("至", 4, Align.LEFT)),
                                sights))
                        .with(new Section.Table(
                                looks.size() < BookMaker.MOST_LOOKS ? "三、谁看过" : "三、谁看过（最近 " + looks.size() + " 次）",
                                List.of(
                                        column("日期", 4, Align.LEFT),
                                        column("单位", 4, Align.LEFT),
                                        column("查阅人和次数", 14, Align.LEFT)),
                                reads(looks)))
                        .done());
    }

    /** Newest first, a row for each day and unit: who looked how, and how often. */
    private List<List<String>> reads(List<Look> looks) {
        record Day(LocalDate date, UnitId unit) {}
        var days = new LinkedHashMap<Day, Map<String, Map<String, Integer>>>();
        for (var look : looks) {
            days.computeIfAbsent(
                            new Day(LocalDate.ofInstant(look.at(), COUNTY), look.unit()), d -> new LinkedHashMap<>())
                    .computeIfAbsent(look.account(), a -> new LinkedHashMap<>())
                    .merge(Wording.purpose(look.purpose()), 1, Integer::sum);
        }
        return days.entrySet().stream()
                .map(day -> List.of(
                        Wording.day(day.getKey().date()),
                        words.unit(day.getKey().unit()),
                        day.getValue().entrySet().stream()
                                .map(who -> words.account(new AccountId(who.getKey())) + "：" + times(who.getValue()))
                                .collect(Collectors.joining("；"))))
                .toList();
    }

    private static String times(Map<String, Integer> ways) {
        return ways.entrySet().stream()
                .map(way -> way.getKey() + " " + way.getValue() + " 次")
                .collect(Collectors.joining("、"));
    }

    /** @param pressed the SHA-256 and SM3 of documents as they were bound, by their content */
    byte[] hashes(Matter<?> matter, List<Content> contents, Map<Content, List<String>> pressed) {
        var rows = new ArrayList<List<String>>();
        for (var content : contents) {
            var two = content instanceof Content.Attached(var file)
                    ? List.of(
                            file.content().sha256(),
                            file.content().sm3(),
                            "%,d".formatted(file.content().size()))
                    : pressed.getOrDefault(content, List.of("", "", ""));
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    content.title(),
                    two.get(2),
                    "SHA-256 " + spaced(two.get(0)) + "\u3000SM3 " + spaced(two.get(1))));
        }
        return press.sheet(OfficialDocument.list("卷内文件校验值", words.unit(matter.owner()))
                .title("卷内文件校验值")
                .paragraph("附件按上传时的原件计算，文书按平台上单独下载的 PDF 计算（卷内只改用连续页码）。任何一处改动都会使校验值不同。")
                .with(new Section.Table(
                        null,
                        List.of(
                                column("序号", 2, Align.CENTER),
                                column("名称", 6, Align.LEFT),
                                column("字节", 4, Align.RIGHT),
                                column("校验值", 20, Align.LEFT)),
                        rows))
                .done());
    }

    /** Hex that may break at the end of a line. */
    private static String spaced(String hex) {
        return hex.replaceAll("(.{16})(?=.)", "$1 ");
    }

    private static Column column(String title, int weight, Align align) {
        return new Column(title, weight, align);
    }
}
