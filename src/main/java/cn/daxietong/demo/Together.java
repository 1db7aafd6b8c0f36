package cn.daxietong.demo;

import java.time.Duration;
import java.util.UUID;

/** What the units did together in the month: supervised, joined, asked, disputed, coordinated, oversaw and sent back. */
final class Together {
    private static final String FROZEN = """
            {"commodity":"frozen_goods","act":"no_lawful_source","conduct_date":"%s","entity":"person","place":"寨沙镇",
             "goods":[{"commodity":"frozen_goods","description":"冻鸡爪","weight_tonnes":%s,"value_yuan":%d}]}
            """;

    private final Teller teller;

    Together(Teller teller) {
        this.teller = teller;
    }

    void tell() {
        supervised();
        joined();
        contested();
        coordinated();
        overseen();
        sentBack();
        sealed();
    }

    private UUID frozen(String title, String tonnes, int value) {
        var kase = teller.open("U12", "case", """
                {"title":"%s","facts":%s,"summary":"检查发现冷库存放冻品，当事人未能提供检疫证明和进货凭证。"}
                """.formatted(title, FROZEN.formatted(teller.day(1), tonnes, value)));
        teller.act("U12", kase, "file", "{}");
        return kase;
    }

    private void supervised() {
        teller.daysAgo(9);
        var kase = frozen("寨沙镇三家冷库涉嫌经营无合法来源冻品案", "3.2", 41_000);
        var supervision = teller.open("U12", "supervision", """
                {"about":"%s","grounds":["public_concern","cross_area"],"reason":"涉及寨沙、江口两个乡镇的三家冷库，群众反映集中，需要指挥部协调农业农村和交通部门。"}
                """.formatted(kase));
        teller.act("OFFICE", supervision, "enlist", """
                        {"demand":"查清货物来源和去向，核实是否来自境外疫区，依法决定是否移送。","due_at":"%s"}
                        """.formatted(teller.ahead(6)))
                .act("U12", supervision, "name_officer", "{\"officer\":%s}".formatted(teller.officer("U12")))
                .daysAgo(4)
                .act("U12", supervision, "report_progress", "{\"text\":\"已调取三家冷库的出入库登记，正在核对运输车辆轨迹。\"}");
        teller.daysAgo(3);
        var consultation = teller.open("U12", "consultation", """
                {"about":"%s","subject":"evidence","unit":"U05","question":"没有检疫证明的冻品，证明来自境外疫区需要收集哪些证据？","reply_by":"%s"}
                """.formatted(kase, teller.ahead(2)));
        teller.act("U05", consultation, "accept", "{}").act("U05", consultation, "answer", """
                {"opinion":"建议围绕产地、运输和检疫三个环节收集证据，分别固定包装标识、运输记录和检疫主管部门的核查意见。",
                 "items":[{"requirement":"外包装产地、厂号、批次标识的照片","why":"证明产地"},
                          {"requirement":"运输车辆行驶记录和承运人询问笔录","why":"证明进货渠道"},
                          {"requirement":"农业农村部门关于检疫证明的核查意见","why":"证明未经检疫"}]}
                """);
    }

    private void joined() {
        teller.daysAgo(8);
        var kase = frozen("中渡镇两家冷库涉嫌经营无合法来源冻品案", "4.6", 68_000);
        teller.act("U12", kase, "seize", """
                {"items":[{"description":"冻鸡爪","quantity":320,"unit":"件","value_yuan":48000,"location":"一号冷库三排"},
                          {"description":"冻牛肚","quantity":85,"unit":"件","value_yuan":20000,"location":"一号冷库四排"},
                          {"description":"出入库登记簿","quantity":4,"unit":"册"}],"seized_at":"%s"}
                """.formatted(teller.time(Duration.ofHours(2))));
        var items = teller.allLinked("U12", kase, "exhibit");
        teller.act(
                "U12",
                items.getFirst(),
                "store",
                "{\"place\":\"县市场监管局 一号冷库\",\"category\":\"frozen\",\"good_until\":\"%s\",\"daily_cost_yuan\":120}"
                        .formatted(teller.ahead(60)));
        teller.daysAgo(7);
        var room = teller.open("U08", "joint_case", """
                {"title":"寨沙、中渡一带冻品走私系列问题联合办案","purpose":"同一批车辆多次在夜间向多个冷库送货，需要公安、市场监管、农业农村、交通共同查清上下家。","units":["U12","U14","U10"]}
                """);
        teller.act("U12", room, "join", "{}")
                .act("U14", room, "join", "{}")
                .act(
                        "U12",
                        room,
                        "record",
                        "{\"at\":\"%s\",\"text\":\"检查两家冷库，取得送货单四张。\"}".formatted(teller.time(Duration.ofHours(5))))
                .act("U08", room, "hold_meeting", """
                {"at":"%s","units":["U08","U12","U14"],"minutes":"通报各单位掌握的车辆和冷库情况，确定由公安查车、市场监管查货、农业农村查检疫。","resolutions":["三日内汇总车辆清单","五日内完成检疫证明核查"]}
                """.formatted(teller.time(Duration.ofHours(1))));
        teller.act("U12", room, "share_goods", "{\"about\":\"%s\"}".formatted(kase));
        teller.daysAgo(5);
        var asked = teller.open("U08", "assistance", """
                {"about":"%s","unit":"U14","text":"请核查送货单所附的检疫证明是否由本县出具。","due_at":"%s"}
                """.formatted(room, teller.ahead(1)));
        teller.act("U14", asked, "accept", "{}");
        teller.daysAgo(2);
        var operation = teller.open("U08", "operation", """
                {"about":"%s","title":"中渡镇冷库夜间联合检查","starts_at":"%s","place":"中渡镇派出所","units":["U12","U14"],
                 "sites":[{"name":"中渡镇某冷库","address":"中渡镇圩上"}],"plan":"公安负责现场秩序，市场监管负责查验货物和票据，农业农村负责检疫证明核查。"}
                """.formatted(room, teller.ahead(3)));
        teller.head("OFFICE", operation, "approve", "{}")
                .act("U08", operation, "deploy", "{\"instructions\":\"着制服，全程录音录像，注意冷库用电安全。\"}");
    }

    private void contested() {
        teller.daysAgo(6);
        var kase = teller.open("U12", "case", """
                {"title":"黄冕镇货车涉嫌运输走私卷烟案","facts":{"commodity":"tobacco","act":"smuggling","conduct_date":"%s","entity":"person","place":"黄冕镇",
                 "goods":[{"commodity":"tobacco","description":"境外卷烟","cigarette_sticks":36000,"value_yuan":18000}]},"summary":"路检发现货车夹带无中文标识卷烟180条。"}
                """.formatted(teller.day(1)));
        var dispute = teller.open("U12", "dispute", """
                {"about":"%s","claimed":"X01","grounds":"涉案卷烟系走私进口，依据海关法第五条应由海关处理；方案三（三）规定烟草案件移交县烟草专卖局，两者不一致。"}
                """.formatted(kase));
        teller.act("X01", dispute, "state", "{\"view\":\"同意按走私行为处理，请随案移交现场笔录和货物清单。\"}")
                .act("U12", dispute, "ask_office", "{\"text\":\"已与柳州海关沟通，请办公室出具协调意见。\"}");
    }

    private void coordinated() {
        teller.daysAgo(10);
        var kase = frozen("江口乡冷链货车运输无检疫证明冻品案", "6.5", 96_000);
        teller.daysAgo(8);
        var coordination = teller.open("U12", "coordination", """
                {"about":"%s","views":[
                  {"unit":"U12","view":"货物来源不明、没有检疫证明，价值接近追诉标准，建议公安机关先行核查上家。"},
                  {"unit":"U08","view":"现有证据不能证明来自境外疫区，建议先由农业农村部门核查检疫情况。"},
                  {"unit":"U14","view":"送检样品的检疫结论还没有出来，暂不能认定。"}],
                 "questions":"货物来源没有查清之前由哪一家先行核查、样品由谁保管，三家意见不一致。"}
                """.formatted(kase));
        teller.daysAgo(7)
                .act("U03", coordination, "accept", "{}")
                .act(
                        "U03",
                        coordination,
                        "convene",
                        "{\"at\":\"%s\",\"place\":\"县委政法委三楼会议室\",\"others\":[\"U05\"]}".formatted(teller.ahead(1)))
                .daysAgo(3)
                .act("U03", coordination, "record_meeting", """
                        {"at":"%s","units":["U03","U05","U08","U12","U14"],"minutes":"三家单位分别说明了意见。一致同意先取得检疫结论，再研究是否移送；样品由县农业农村局保管。"}
                        """.formatted(teller.time(Duration.ofHours(4))))
                .act("U03", coordination, "advise", """
                        {"text":"建议县农业农村局三日内取得检疫结论并通报；县市场监管局继续固定进货和运输证据；县公安局指定专人提前了解案情。","reply_by":"%s"}
                        """.formatted(teller.ahead(5)))
                .daysAgo(1)
                .act("U14", coordination, "reply", "{\"taken\":\"adopted\",\"text\":\"样品已封存，检疫结论预计明日出具。\"}");
    }

    private void overseen() {
        teller.daysAgo(5);
        var kase = teller.open("U12", "case", """
                {"title":"平山镇门店涉嫌销售无证卷烟案","facts":{"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"%s","entity":"person","place":"平山镇","business_amount_yuan":61000},
                 "summary":"账本和转账记录显示经营数额较大。"}
                """.formatted(teller.day(3)));
        teller.open("U05", "oversight", """
                {"about":"%s","form":"transfer_opinion","text":"该案经营数额已达到移送标准，请说明尚未移送的理由，或者依法移送公安机关。","reply_by":"%s"}
                """.formatted(kase, teller.ahead(4)));
    }

    private void sentBack() {
        teller.daysAgo(20);
        var kase = teller.open("U08", "case", """
                {"title":"导江乡村民涉嫌非法经营卷烟案","facts":{"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"%s","entity":"person","place":"导江乡","business_amount_yuan":52000,"prior_penalties":[]},
                 "summary":"从住处查获卷烟，当事人认罪认罚，情节轻微。"}
                """.formatted(teller.day(12)));
        teller.act("U08", kase, "file_criminal_case", "{\"number\":\"鹿公（经）立字〔2026〕31号\"}")
                .daysAgo(8)
                .act("U08", kase, "close", "{\"outcome\":\"not_prosecuted\",\"note\":\"检察院认为犯罪情节轻微，决定不起诉。\"}");
        teller.daysAgo(7);
        var reverse = teller.open("U05", "reverse_transfer", """
                {"about":"%s","decided_at":"%s","decision_number":"鹿检刑不诉〔2026〕12号","summary":"经营数额刚达到追诉标准，当事人系初犯，主动退缴违法所得，决定不起诉；依法仍应给予行政处罚。"}
                """.formatted(kase, teller.time(Duration.ofDays(1))));
        teller.daysAgo(6)
                .act("U05", reverse, "send_opinion", "{\"unit\":\"U12\",\"text\":\"无烟草专卖零售许可证经营烟草制品，应当依法给予行政处罚。\"}");
    }

    /** Seen by the officer who reported and by 县纪委监委; the office is given a number from five in a month on. */
    private void sealed() {
        teller.daysAgo(4);
        var clue = teller.open("U08", "integrity_clue", """
                {"nature":"sheltering","persons":"讯问中提到的一名村干部","text":"涉案人员供述，每次检查前都有人打招呼，让其把货转移。","origin":"讯问笔录"}
                """);
        teller.daysAgo(3).act("X02", clue, "receive", "{}");
    }
}
