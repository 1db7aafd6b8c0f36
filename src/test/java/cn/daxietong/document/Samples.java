package cn.daxietong.document;

import cn.daxietong.document.OfficialDocument.Part;
import cn.daxietong.document.Section.Align;
import cn.daxietong.document.Section.Column;
import cn.daxietong.document.Section.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** One document of each layout, with the names and lengths that cause trouble. */
final class Samples {
    static final LocalDate DAY = LocalDate.of(2026, 9, 10);
    static final String CODE = CheckCode.of(java.math.BigInteger.valueOf(20260910));

    private Samples() {}

    static OfficialDocument letter() {
        return OfficialDocument.letter("涉嫌犯罪案件移送书", "鹿寨县市场监督管理局")
                .number("鹿市监移〔2026〕12号")
                .title("关于移送鹿寨镇“9·02”涉嫌走私\n冻品案的函")
                .to("柳州海关")
                .paragraph("2026年9月2日，我局会同县公安局、县农业农村局对鹿寨镇创业路某冷库开展联合检查，现场查获无合法来源证明的冻牛副产品12.36吨，"
                        + "货值金额初步核定为人民币38.52万元。当事人朱镕某、韦喆、陈堃、𠮷㛃未能提供进口货物报关单、检验检疫合格证明等材料。")
                .heading(1, "一、移送依据")
                .paragraph("上述货物涉嫌违反《中华人民共和国海关法》有关规定。按照《鹿寨县打击走私综合治理大协同平台建设工作方案》案件移送制度，"
                        + "依法由海关管辖的涉嫌走私案件应当移交柳州海关处理。现将该案移送你关。")
                .heading(2, "（一）随案物品")
                .paragraph("随案移送物品保存于县指定冷库，封存编号LZ-F-0912，移送清单附后。")
                .paragraph("移送情况已同时报告大协同平台指挥部办公室和县打私办。收到后请于三日内回复受理情况。")
                .annex("涉案物品移送清单")
                .annex("现场检查笔录")
                .sealed("鹿寨县市场监督管理局", DAY)
                .note("联系人：覃某，联系电话：0772-0000000")
                .copyTo(List.of("大协同平台指挥部办公室", "县打击走私综合治理办公室", "县人民检察院"))
                .part(new Part(
                        "回执联",
                        "移送案件回执",
                        "鹿市监移〔2026〕12号",
                        "鹿寨县市场监督管理局",
                        List.of(new Section.Paragraph("你局移送的鹿寨镇“9·02”涉嫌走私冻品案及案件材料、涉案物品清单收悉。")),
                        new Signature("柳州海关", null, true)))
                .done()
                .checkedAt("https://dxt.luzhai.example/check/" + CODE);
    }

    static OfficialDocument form() {
        return OfficialDocument.form("立案审批表", "鹿寨县烟草专卖局")
                .number("鹿烟立〔2026〕7号")
                .with(new Section.Form(List.of(
                        new Section.Pairs(List.of(new Field("案件名称", "韦喆涉嫌无烟草专卖品准运证运输卷烟案"))),
                        new Section.Pairs(List.of(new Field("案件来源", "县公安局移交"), new Field("案发时间", "2026年8月30日"))),
                        new Section.Pairs(List.of(
                                new Field("当事人", "朱镕堃"), new Field("性别", "男"), new Field("联系电话", "138****0000"))),
                        new Section.Block(
                                "案情摘要",
                                "2026年8月30日，执法人员在鹿寨县中渡镇检查时，发现桂B·0000车辆载有卷烟12.5万支，当事人不能提供准运证。\n经初步核查，货值金额约9.8万元。",
                                8),
                        new Section.Block("立案依据", "《中华人民共和国烟草专卖法实施条例》", 3),
                        new Section.Approval("承办人意见", "建议立案调查。", "覃某", DAY),
                        new Section.Approval("承办部门意见", null, null, null),
                        new Section.Approval("负责人审批意见", null, null, null))))
                .done()
                .checkedAt("https://dxt.luzhai.example/check/" + CODE);
    }

    static OfficialDocument list(int rows) {
        return OfficialDocument.list("移送案件清单", "鹿寨县市场监督管理局")
                .number("鹿市监移〔2026〕12号")
                .with(new Section.Table(
                        "一、案件材料",
                        List.of(
                                new Column("序号", 1, Align.CENTER),
                                new Column("材料名称", 6, Align.LEFT),
                                new Column("页数", 1, Align.RIGHT),
                                new Column("备注", 2, Align.LEFT)),
                        List.of(
                                List.of("1", "涉嫌犯罪案件移送书", "2", ""),
                                List.of("2", "案件调查报告", "6", ""),
                                List.of("3", "检验报告", "3", "柳州海关技术中心"))))
                .with(new Section.Table(
                        "二、涉案物品",
                        List.of(
                                new Column("序号", 2, Align.CENTER),
                                new Column("名称", 5, Align.LEFT),
                                new Column("规格型号", 4, Align.CENTER),
                                new Column("数量", 2, Align.RIGHT),
                                new Column("单位", 2, Align.CENTER),
                                new Column("货值（元）", 4, Align.RIGHT),
                                new Column("封存编号", 4, Align.CENTER)),
                        IntStream.rangeClosed(1, rows)
                                .mapToObj(i -> List.of(
                                        String.valueOf(i),
                                        i % 2 == 0 ? "冻牛百叶" : "冻牛肚",
                                        "20kg/箱",
                                        String.valueOf(40 + i),
                                        "箱",
                                        "32,1%02d.00".formatted(i % 100),
                                        "LZ-F-%04d".formatted(i)))
                                .toList()))
                .signed("移交人：覃某\u3000接收人：", DAY)
                .done()
                .checkedAt("https://dxt.luzhai.example/check/" + CODE);
    }
}
