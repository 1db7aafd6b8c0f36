package cn.daxietong.demo;

import java.time.Duration;
import java.util.UUID;

/** The month's penalties by the full procedure: one carried out late, one before its hearing, one about to be told to the party. */
final class Penalties {
    private final Teller teller;

    Penalties(Teller teller) {
        this.teller = teller;
    }

    void tell() {
        paidLate();
        beforeItsHearing();
        proposed();
    }

    private UUID filed(String unit, String title, String facts, String summary) {
        var kase = teller.open(
                unit, "case", "{\"title\":\"%s\",\"facts\":%s,\"summary\":\"%s\"}".formatted(title, facts, summary));
        teller.act(unit, kase, "file", "{}").head(unit, kase, "countersign_filing", "{}");
        return kase;
    }

    private UUID concluded(String unit, UUID kase, String party, String proposal, String required) {
        return teller.open(unit, "penalty", """
                {"about":"%s","party":"%s","officers":%s,"proposal":%s,"required":%s}
                """.formatted(kase, party, teller.officers(unit), proposal, required));
    }

    private void notified(String unit, UUID penalty) {
        teller.act(unit, penalty, "issue_notice", "{}")
                .act(
                        unit,
                        penalty,
                        "confirm_notified",
                        "{\"notified_at\":\"%s\",\"way\":\"direct\"}".formatted(teller.time(Duration.ZERO)));
    }

    private void paidLate() {
        teller.daysAgo(29);
        var kase = filed("U17", "中渡镇副食店涉嫌无证零售卷烟案", """
                {"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"%s","entity":"person","place":"中渡镇",
                 "business_amount_yuan":9200,"illegal_gain_yuan":1100,"prior_penalties":[]}
                """.formatted(teller.day(1)), "副食店未取得烟草专卖零售许可证销售卷烟，经营总额9200元。");
        teller.daysAgo(28);
        var penalty = concluded("U17", kase, "中渡镇某副食店（经营者：示例甲），住所：中渡镇圩上示例路1号", """
                {"facts":"当事人未取得烟草专卖零售许可证经营卷烟零售业务，经营总额9200元，违法所得1100元。","evidence":"现场笔录、账本、询问笔录、涉案卷烟照片","grounds":"《烟草专卖法》第三十二条",
                 "sanctions":["confiscation","fine"],"fine_yuan":1840.00,"confiscated_yuan":1100.00,"text":"没收违法所得1100元，并处经营总额百分之二十的罚款1840元。"}
                """, """
                {"hearing":false,"review":true,"discussion":false,"basis":"拟罚款数额由办案机构对照本行业听证规定判断，未达到较大数额；具体标准待法制审核。"}
                """);
        notified("U17", penalty);
        teller.act("U17", penalty, "hear_statement", """
                {"stated_at":"%s","text":"当事人表示认可事实，请求减轻罚款。","response":"已按规定幅度的下限提出，不再减轻。","adopted":"no"}
                """.formatted(teller.time(Duration.ofMinutes(10))));
        teller.daysAgo(25)
                .act("U17", penalty, "deliberate", "{}")
                .head(
                        "U17",
                        penalty,
                        "legal_review",
                        "{\"verdict\":\"passed\",\"opinion\":\"事实清楚，证据充分，程序合法，同意拟处罚意见。\",\"qualified\":true}")
                .head("U17", penalty, "decide", "{\"reason\":\"当事人系初次违法，配合调查。\",\"single_fine\":true}")
                .act("U17", penalty, "serve", """
                        {"served_at":"%s","way":"direct","receipt":"经营者本人签收"}
                        """.formatted(teller.time(Duration.ofMinutes(5))));
        teller.daysAgo(6)
                .act("U17", penalty, "record_payment", """
                        {"purpose":"fine","amount_yuan":1000,"paid_on":"%s","channel":"bank","receipt":"示例票据0001"}
                        """.formatted(teller.day(0)))
                .act("U17", penalty, "draw_up_account", "{}");
    }

    private void beforeItsHearing() {
        teller.daysAgo(9);
        var kase = filed("U12", "鹿寨镇冷库涉嫌经营无合法来源冻品案", """
                {"commodity":"frozen_goods","act":"no_lawful_source","conduct_date":"%s","entity":"company","place":"鹿寨镇",
                 "goods":[{"commodity":"frozen_goods","description":"冻牛百叶","weight_tonnes":1.2,"value_yuan":36000}]}
                """.formatted(teller.day(2)), "冷库存放冻牛百叶1.2吨，未能提供进货凭证。");
        teller.daysAgo(8);
        var penalty = concluded("U12", kase, "示例冷链有限公司，住所：鹿寨镇示例工业园2号", """
                {"facts":"当事人经营无合法来源的冻牛百叶1.2吨，货值金额36000元。","evidence":"现场检查笔录、货物清单、询问笔录","grounds":"由办案机构写明所适用的条款",
                 "sanctions":["confiscation","fine"],"fine_yuan":60000.00,"confiscated_yuan":36000.00,"text":"没收涉案冻品，并处罚款60000元。"}
                """, """
                {"hearing":true,"review":true,"discussion":true,"basis":"拟没收财物价值和罚款数额较大，按听证、法制审核和集体讨论办理；较大数额的标准待法制审核。"}
                """);
        notified("U12", penalty);
        teller.daysAgo(6)
                .act(
                        "U12",
                        penalty,
                        "request_hearing",
                        "{\"requested_at\":\"%s\"}".formatted(teller.time(Duration.ofMinutes(20))))
                .act("U12", penalty, "schedule_hearing", """
                        {"at":"%s","place":"县市场监管局二楼会议室","presider":%s}
                        """.formatted(teller.ahead(12), teller.presider("U12")));
    }

    private void proposed() {
        teller.daysAgo(3);
        var kase = filed("U14", "四排镇屠宰点涉嫌经营无检疫证明猪肉案", """
                {"commodity":"livestock","act":"no_lawful_source","conduct_date":"%s","entity":"person","place":"四排镇",
                 "goods":[{"commodity":"livestock","description":"猪肉","quantity":2,"unit":"头","value_yuan":5200}]}
                """.formatted(teller.day(1)), "市场检查发现两头生猪胴体没有检疫标志。");
        teller.daysAgo(1);
        concluded("U14", kase, "四排镇某摊位（经营者：示例乙）", """
                {"facts":"当事人经营未附检疫证明的猪肉，货值金额5200元。","evidence":"现场检查笔录、照片、询问笔录","grounds":"由办案机构写明所适用的条款",
                 "sanctions":["fine"],"fine_yuan":5200.00,"text":"处以罚款5200元。"}
                """, """
                {"hearing":false,"review":false,"discussion":false,"basis":"由办案机构对照本行业规定判断，标准待法制审核。"}
                """);
    }
}
