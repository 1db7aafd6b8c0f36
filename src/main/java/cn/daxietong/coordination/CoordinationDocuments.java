package cn.daxietong.coordination;

import cn.daxietong.document.Draft;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Scene;
import cn.daxietong.shared.UnitId;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The letters of a coordination. */
final class CoordinationDocuments {
    static final DocumentTemplate<Coordination> MINUTES = new Letter<>(
            "coordination_minutes",
            "协调会议纪要",
            null,
            c -> CoordinationProcedure.COMMISSION,
            CoordinationDocuments::minutes);

    static final DocumentTemplate<Coordination> ADVICE = new Letter<>(
            "coordination_advice", "协调意见函", "协", c -> CoordinationProcedure.COMMISSION, CoordinationDocuments::advice);

    private CoordinationDocuments() {}

    private static Draft minutes(Draft letter, Matter<Coordination> matter, Scene scene) {
        var c = matter.state();
        var meeting = c.minutes().getLast();
        letter.title("“" + c.subject().title() + "”协调会议纪要")
                .paragraph("协调事项：" + matter.number() + "，所涉" + c.subject().number())
                .paragraph("时间：" + Letter.minute(meeting.at()));
        var ahead = c.meeting();
        if (ahead != null) {
            letter.paragraph("地点：" + ahead.place());
        }
        return letter.paragraph("到会单位：" + listed(meeting.units(), scene.directory()::shortName))
                .heading(1, "一、需要协调的问题")
                .paragraph(c.questions())
                .heading(1, "二、会议情况")
                .paragraph(meeting.text())
                .paragraph(Coordination.ADVICE + "。");
    }

    private static Draft advice(Draft letter, Matter<Coordination> matter, Scene scene) {
        var c = matter.state();
        letter.title("关于“" + c.subject().title() + "”的协调意见")
                .to(listed(c.units(), scene.directory()::fullName))
                .paragraph("根据《鹿寨县打击走私综合治理大协同平台建设工作方案》四（三），我委就" + c.subject().number() + "有争议的问题组织研究和协调（"
                        + matter.number() + "）。")
                .heading(1, "一、协调的问题")
                .paragraph(c.questions())
                .heading(1, "二、协调意见");
        var given = c.advice();
        if (given != null) {
            letter.paragraph(given.text())
                    .heading(1, "三、采纳情况")
                    .paragraph("请于" + Letter.minute(given.replyBy()) + "前回复采纳情况；没有采纳的，请说明理由。");
        }
        letter.paragraph(Coordination.ADVICE + "。");
        return c.units().contains(c.asker())
                ? letter
                : letter.copyTo(List.of(scene.directory().shortName(c.asker())));
    }

    private static String listed(Collection<UnitId> units, Function<UnitId, String> name) {
        return units.stream().map(name).collect(Collectors.joining("、"));
    }
}
