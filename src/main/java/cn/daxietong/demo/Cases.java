package cn.daxietong.demo;

import java.time.Duration;
import java.util.UUID;

/** The month's cases that stay with the unit that found them. */
final class Cases {
    private final Teller teller;

    Cases(Teller teller) {
        this.teller = teller;
    }

    void tell() {
        fromALead();
        preserved();
        seizedAndExamined();
        seizedInUrgency();
        near();
        penalised();
    }

    private UUID open(String unit, String title, String facts, String summary) {
        return teller.open(
                unit, "case", "{\"title\":\"%s\",\"facts\":%s,\"summary\":\"%s\"}".formatted(title, facts, summary));
    }

    private void fromALead() {
        teller.daysAgo(12);
        var lead = teller.open("U18B", "lead", """
                {"title":"加油站报送异常人员多次购买柴油","source":"station_report","commodity":"refined_oil","act":"unlicensed_operation",
                 "place":"鹿寨镇运通加油站","description":"同一人多次以桶装方式购买柴油，自称转卖给工地。"}
                """);
        teller.act("OFFICE", lead, "dispatch", "{\"unit\":\"U12\"}").act("U12", lead, "accept", "{}");
        teller.daysAgo(8)
                .act("U12", lead, "verify", "{\"finding\":\"在某工地板房内查见油桶11只及记账本，未办理成品油经营许可。\",\"substantiated\":true}")
                .act("U12", lead, "open_case", "{\"title\":\"鹿寨镇某工地涉嫌无证经营成品油案\"}");
        var kase = teller.linked("U12", lead, "case");
        teller.act("U12", kase, "file", "{}").act("U12", kase, "record_facts", """
                        {"facts":{"commodity":"refined_oil","act":"unlicensed_operation","conduct_date":"%s","entity":"person","place":"鹿寨镇",
                         "goods":[{"commodity":"refined_oil","description":"柴油","quantity":11,"unit":"桶","weight_tonnes":1.9,"value_yuan":14500}],
                         "business_amount_yuan":32600,"prior_penalties":[]}}
                        """.formatted(teller.day(6)));
        teller.daysAgo(7).act("U12", kase, "seize", """
                {"items":[{"description":"柴油（200升桶）","quantity":11,"unit":"桶","value_yuan":14500,"location":"县市场监管局罚没仓库"}],"seized_at":"%s"}
                """.formatted(teller.time(Duration.ofHours(2))));
    }

    private void preserved() {
        teller.daysAgo(10);
        var kase = open("U17", "江口乡便利店涉嫌未在当地进货卷烟案", """
                {"commodity":"tobacco","act":"other","conduct_date":"%s","entity":"person","place":"江口乡",
                 "goods":[{"commodity":"tobacco","description":"卷烟","cigarette_sticks":4200,"value_yuan":3150}]}
                """.formatted(teller.day(1)), "日常检查发现便利店销售的卷烟喷码与供货记录不符。");
        teller.act("U17", kase, "file", "{}")
                .act("U17", kase, "preserve_evidence", """
                {"items":[{"description":"卷烟","quantity":21,"unit":"条","value_yuan":3150,"location":"县烟草专卖局证物室"}],"preserved_at":"%s"}
                """.formatted(teller.time(Duration.ofMinutes(40))))
                .head("U17", kase, "approve_preservation", "{}");
    }

    private void seizedAndExamined() {
        teller.daysAgo(20);
        var kase = open("U14", "平山镇养殖场涉嫌收购无检疫证明活牛案", """
                {"commodity":"livestock","act":"no_lawful_source","conduct_date":"%s","entity":"company","place":"平山镇",
                 "goods":[{"commodity":"livestock","description":"活牛","quantity":14,"unit":"头","value_yuan":168000,"lawful_source":false,"quarantine_permit":false}]}
                """.formatted(teller.day(2)), "养殖场新进活牛14头，耳标缺失，未能提供检疫证明和来源证明。");
        teller.act("U14", kase, "file", "{}")
                .act("U14", kase, "seize", """
                {"items":[{"description":"活牛","quantity":14,"unit":"头","value_yuan":168000,"location":"平山镇隔离场"}],"seized_at":"%s"}
                """.formatted(teller.time(Duration.ofHours(5))));
        teller.daysAgo(17)
                .act(
                        "U14",
                        kase,
                        "suspend_clock",
                        "{\"clock\":\"seizure.limit\",\"ground\":\"送动物疫病预防控制机构检疫\",\"document\":\"检疫委托书（鹿农检〔2026〕7号）\"}");
        teller.daysAgo(11).act("U14", kase, "resume_clock", "{\"clock\":\"seizure.limit\"}");
    }

    private void seizedInUrgency() {
        teller.hoursAgo(20);
        var kase =
                open("U12", "寨沙镇面包车当场查获无标识冻品案", """
                {"commodity":"frozen_goods","act":"no_lawful_source","conduct_date":"%s","place":"寨沙镇",
                 "goods":[{"commodity":"frozen_goods","description":"冻猪蹄","weight_tonnes":0.86,"lawful_source":false}]}
                """.formatted(teller.day(0)), "夜间联合检查时在面包车上当场查获无中文标识冻猪蹄，温度不达标，当场查封扣押。");
        teller.act("U12", kase, "seize", """
                {"items":[{"description":"冻猪蹄","quantity":43,"unit":"件","location":"县指定冷库"}],"seized_at":"%s","urgent":true}
                """.formatted(teller.time(Duration.ofHours(1))));
    }

    private void near() {
        teller.daysAgo(4);
        var kase = open("U12", "四排镇商店涉嫌无证经营卷烟案", """
                {"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"%s","entity":"person","place":"四排镇",
                 "goods":[{"commodity":"tobacco","description":"卷烟","cigarette_sticks":61000,"value_yuan":44300}],
                 "business_amount_yuan":44300,"illegal_gain_yuan":5200,"prior_penalties":[]}
                """.formatted(teller.day(3)), "商店未取得烟草专卖零售许可证，账本记载经营数额44300元，接近移送标准。");
        teller.act("U12", kase, "file", "{}");
    }

    private void penalised() {
        teller.daysAgo(28);
        var kase = open("U12", "鹿寨镇烟酒店涉嫌无证零售卷烟案", """
                {"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"%s","entity":"person","place":"鹿寨镇",
                 "goods":[{"commodity":"tobacco","description":"卷烟","cigarette_sticks":9000,"value_yuan":7600}],
                 "business_amount_yuan":7600,"illegal_gain_yuan":900,"prior_penalties":[]}
                """.formatted(teller.day(2)), "店内陈列销售卷烟45条，未取得烟草专卖零售许可证。");
        teller.act("U12", kase, "file", "{}");
        teller.daysAgo(15)
                .act(
                        "U12",
                        kase,
                        "decide_penalty",
                        "{\"kind\":\"fine\",\"amount_yuan\":1520,\"text\":\"没收违法所得900元，并处经营总额百分之二十的罚款1520元（烟草专卖法第三十二条、实施条例第五十七条）。\"}");
        teller.daysAgo(12)
                .act(
                        "U12",
                        kase,
                        "serve_decision",
                        "{\"served_at\":\"%s\"}".formatted(teller.time(Duration.ofHours(1))));
        teller.daysAgo(3).act("U12", kase, "close", "{\"outcome\":\"penalised\",\"note\":\"当事人已按期缴纳罚款。\"}");

        teller.daysAgo(18);
        var late = open("U15", "拉沟乡农家乐涉嫌出售三有动物案", """
                {"commodity":"wildlife","act":"illegal_trade","conduct_date":"%s","entity":"person","place":"拉沟乡",
                 "goods":[{"commodity":"wildlife","description":"野生禽类","quantity":6,"unit":"只","value_yuan":1800,"species_level":"three_values"}]}
                """.formatted(teller.day(1)), "农家乐厨房冰柜查见野生禽类6只，经营者称为收购所得。");
        teller.act("U15", late, "file", "{}");
    }
}
