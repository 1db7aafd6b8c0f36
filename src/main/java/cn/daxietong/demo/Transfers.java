package cn.daxietong.demo;

import java.time.Duration;
import java.util.UUID;

/** The month's transfers, one at each turn that a transfer can take. */
final class Transfers {
    private static final String REPORT =
            "{\"materials\":[{\"kind\":\"investigation_report\",\"title\":\"涉嫌犯罪案件情况的调查报告\"},{\"kind\":\"inspection_report\",\"title\":\"检验、鉴定结论\"},{\"kind\":\"other\",\"title\":\"现场笔录、询问笔录、照片\"}]}";

    private final Teller teller;

    Transfers(Teller teller) {
        this.teller = teller;
    }

    void tell() {
        waitingForTheHead();
        notYetSent();
        waitingForTheReceipt();
        underReview();
        reconsidering();
        supervised();
        takenOverByCustoms();
        underInvestigation();
        filedAndProsecuted();
        refusedByTheHead();
        withdrawn();
    }

    private UUID tobacco(String title, int sticks, int value) {
        var kase = teller.open("U17", "case", """
                {"title":"%s","facts":{"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"%s","entity":"person","place":"鹿寨镇",
                 "goods":[{"commodity":"tobacco","description":"卷烟","cigarette_sticks":%d,"value_yuan":%d}],"business_amount_yuan":%d,"prior_penalties":[]},
                 "summary":"检查发现当事人未取得烟草专卖许可，在出租屋内存放并销售卷烟，现场清点并制作笔录。"}
                """.formatted(title, teller.day(2), sticks, value, value));
        teller.act("U17", kase, "file", "{}")
                .act("U17", kase, "seize", """
                {"items":[{"description":"卷烟","quantity":%d,"unit":"条","value_yuan":%d,"location":"县烟草专卖局仓库"}],"seized_at":"%s"}
                """.formatted(sticks / 200, value, teller.time(Duration.ofHours(2))));
        return kase;
    }

    private void propose(UUID kase, String unit, String target) {
        teller.act(
                unit,
                kase,
                "propose_transfer",
                "{\"target_unit\":\"%s\",\"officers\":%s,\"report\":\"经查，涉案货物数量和金额涉嫌达到移送标准，证据材料已固定，建议移送。\"}"
                        .formatted(target, teller.officers(unit)));
    }

    private UUID approved(UUID kase, String unit, String target) {
        propose(kase, unit, target);
        teller.head(unit, kase, "approve_transfer", "{}");
        return teller.linked(unit, kase, "transfer");
    }

    private UUID sent(UUID kase, String unit, String target) {
        var transfer = approved(kase, unit, target);
        teller.act(unit, transfer, "send", REPORT);
        return transfer;
    }

    private void waitingForTheHead() {
        teller.daysAgo(2);
        propose(tobacco("中渡镇出租屋涉嫌非法经营卷烟案", 264_000, 71_200), "U17", "U08");
    }

    private void notYetSent() {
        teller.hoursAgo(31);
        approved(tobacco("城南物流点涉嫌非法经营卷烟案", 380_000, 98_600), "U17", "U08");
    }

    private void waitingForTheReceipt() {
        teller.hoursAgo(10);
        sent(tobacco("寨沙镇民房涉嫌非法经营卷烟案", 410_000, 120_400), "U17", "U08");
    }

    private void underReview() {
        teller.daysAgo(5);
        var overdue = sent(tobacco("黄冕镇货车涉嫌非法经营卷烟案", 1_260_000, 334_000), "U17", "U08");
        teller.act("U08", overdue, "sign_receipt", "{}");
        teller.daysAgo(1);
        var fresh = sent(tobacco("四排镇库房涉嫌非法经营卷烟案", 230_000, 62_900), "U17", "U08");
        teller.act("U08", fresh, "sign_receipt", "{}")
                .act("U08", fresh, "request_supplement", "{\"items\":[\"价格认定书\",\"出租屋租赁合同\"]}");
    }

    private void reconsidering() {
        teller.daysAgo(7);
        var transfer = sent(tobacco("平山镇小卖部涉嫌非法经营卷烟案", 205_000, 51_300), "U17", "U08");
        teller.act("U08", transfer, "sign_receipt", "{}");
        teller.daysAgo(5).act("U08", transfer, "refuse_to_file", "{\"reason\":\"现有证据不足以证明涉案卷烟均用于销售，经营数额认定依据不充分。\"}");
        teller.daysAgo(3)
                .act("U17", transfer, "request_reconsideration", "{\"grounds\":\"账本、转账记录与证人证言相互印证，经营数额已达五万元。\"}");
    }

    private void supervised() {
        teller.daysAgo(14);
        var kase = teller.open("U12", "case", """
                {"title":"县城仓库涉嫌销售假冒注册商标白酒案","facts":{"commodity":"alcohol","act":"counterfeit","conduct_date":"%s","entity":"person","place":"鹿寨镇",
                 "goods":[{"commodity":"alcohol","description":"白酒","quantity":310,"unit":"件","value_yuan":186000,"counterfeit":true}],"business_amount_yuan":186000},
                 "summary":"根据商标权利人投诉，在仓库内查获标称知名品牌白酒310件，权利人鉴别为假冒。"}
                """.formatted(teller.day(3)));
        teller.act("U12", kase, "file", "{}");
        var transfer = sent(kase, "U12", "U08");
        teller.act("U08", transfer, "sign_receipt", "{}");
        teller.daysAgo(12).act("U08", transfer, "refuse_to_file", "{\"reason\":\"货源及主观明知的证据尚不充分。\"}");
        teller.daysAgo(10)
                .act("U12", transfer, "request_reconsideration", "{\"grounds\":\"知识产权案件存在合理嫌疑即应移送，货源需公安机关进一步查明。\"}");
        teller.daysAgo(8).act("U08", transfer, "decide_reconsideration", "{\"upheld\":true,\"reason\":\"复核后认为理由不变。\"}");
        teller.daysAgo(6).act("U12", transfer, "suggest_supervision", "{\"grounds\":\"存在犯罪的合理嫌疑，建议依法立案监督。\"}");
        teller.daysAgo(4).act("U05", transfer, "require_explanation", "{\"text\":\"请书面说明不立案的理由和依据。\"}");
    }

    private void takenOverByCustoms() {
        teller.daysAgo(11);
        var kase = teller.open("U12", "case", """
                {"title":"城北冷库涉嫌走私冻品案","facts":{"commodity":"frozen_goods","act":"smuggling","conduct_date":"%s","entity":"company","place":"鹿寨镇",
                 "goods":[{"commodity":"frozen_goods","description":"冻牛副产品","weight_tonnes":12.36,"value_yuan":385200,"lawful_source":false,"from_epidemic_area":true,"quarantine_permit":false}]},
                 "summary":"联合检查在城北冷库查获无中文标识冻牛副产品12.36吨，当事人未能提供报关单和检验检疫合格证明。"}
                """.formatted(teller.day(1)));
        teller.act("U12", kase, "file", "{}")
                .act("U12", kase, "seize", """
                {"items":[{"description":"冻牛副产品","quantity":618,"unit":"件","value_yuan":385200,"location":"县指定冷库3号间"}],"seized_at":"%s"}
                """.formatted(teller.time(Duration.ofHours(6))));
        var transfer = sent(kase, "U12", "X01");
        teller.daysAgo(9).act("X01", transfer, "sign_receipt", "{}");
        teller.daysAgo(8).act("U12", transfer, "hand_over_items", "{}");
    }

    private void underInvestigation() {
        teller.daysAgo(16);
        var transfer = sent(tobacco("江口乡码头涉嫌非法经营卷烟案", 920_000, 241_000), "U17", "U08");
        teller.act("U08", transfer, "sign_receipt", "{}");
        teller.daysAgo(14).act("U08", transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕36号\"}");
        teller.daysAgo(13).act("U17", transfer, "hand_over_items", "{}");
    }

    private void filedAndProsecuted() {
        teller.daysAgo(29);
        var kase = tobacco("高速服务区涉嫌非法经营卷烟案", 2_400_000, 688_000);
        var transfer = sent(kase, "U17", "U08");
        teller.daysAgo(28).act("U08", transfer, "sign_receipt", "{}");
        teller.daysAgo(26).act("U08", transfer, "file_criminal_case", "{\"number\":\"鹿公立字〔2026〕31号\"}");
        teller.daysAgo(25).act("U17", transfer, "hand_over_items", "{}").act("U08", transfer, "confirm_items", "{}");
        teller.daysAgo(2)
                .act("U08", kase, "close", "{\"outcome\":\"sent_for_prosecution\",\"note\":\"侦查终结，移送县检察院审查起诉。\"}");
        teller.act("U08", transfer, "close", "{\"outcome\":\"已立案侦查并移送审查起诉。\"}");
    }

    private void refusedByTheHead() {
        teller.daysAgo(13);
        var kase = tobacco("导江乡代销点涉嫌非法经营卷烟案", 201_000, 50_400);
        propose(kase, "U17", "U08");
        teller.daysAgo(12)
                .head("U17", kase, "reject_transfer", "{\"reason\":\"经复核，其中三十条为当事人自用，扣除后数量、金额均未达到标准，补充查明后再议。\"}");
    }

    private void withdrawn() {
        teller.daysAgo(9);
        var kase = tobacco("拉沟乡村道涉嫌非法经营卷烟案", 222_000, 58_800);
        var transfer = sent(kase, "U17", "U08");
        teller.act("U17", transfer, "withdraw", "{\"reason\":\"清单数量登记有误，更正后重新移送。\"}");
    }
}
