package cn.daxietong.demo;

import java.time.Duration;
import java.util.UUID;

/** What became of seized goods in the month: stored, handed over, thawing, sold early, counted. */
final class Exhibits {
    private static final String STORE = "城南冷库2号间";

    private final Teller teller;

    Exhibits(Teller teller) {
        this.teller = teller;
    }

    void tell() {
        var chicken = seized(
                8,
                "江口乡无名冷库存放无来源冻品案",
                "frozen_goods",
                "{\"description\":\"冻鸡爪\",\"quantity\":947,\"unit\":\"件\",\"value_yuan\":284100,\"location\":\"江口乡无名冷库\",\"identifier\":\"TEMU9081234\"}");
        teller.act("U12", chicken, "store", stored(STORE, "frozen", 3, 260))
                .daysAgo(5)
                .act("U12", chicken, "check", "{\"quantity\":941,\"note\":\"抽样六件送检\"}")
                .daysAgo(1)
                .act("U12", chicken, "propose_disposal", """
                        {"basis":"fresh","way":"sale","reason":"冷库制冷机组故障，部分货物开始化冻，剩余保质时间不足三天。","evidence":"抽样六件封存，全程录像，逐件称重登记。"}
                        """);

        var offal = seized(
                7,
                "寨沙镇货车运输冻牛百叶案",
                "frozen_goods",
                "{\"description\":\"冻牛百叶\",\"quantity\":312,\"unit\":\"箱\",\"value_yuan\":93600}");
        teller.act("U12", offal, "store", stored(STORE, "frozen", 40, 180));

        var oil = seized(
                6,
                "黄冕镇流动加油车无证经营成品油案",
                "refined_oil",
                "{\"description\":\"柴油\",\"quantity\":3.6,\"unit\":\"吨\",\"value_yuan\":25200}");
        teller.act("U12", oil, "store", stored("城北油料代管点", "fuel", 25, 90))
                .daysAgo(2)
                .act("U12", oil, "hand_over", """
                        {"unit":"X01","answer_by":"%s","note":"铅封完好，液位计读数已拍照。"}
                        """.formatted(teller.ahead(1)));

        var cattle = seized(
                4,
                "四排镇无检疫活牛案",
                "livestock",
                "{\"description\":\"活牛\",\"quantity\":11,\"unit\":\"头\",\"value_yuan\":132000}");
        teller.act("U12", cattle, "store", stored("四排镇临时围栏", "live", 6, 660))
                .act("U12", cattle, "hand_over", """
                        {"unit":"U14","answer_by":"%s","note":"由农业农村部门代为饲养。"}
                        """.formatted(teller.ahead(2)))
                .later(Duration.ofHours(5))
                .act("U14", cattle, "take_over", """
                        {"quantity":11,"place":"县隔离饲养场","daily_cost_yuan":550,"note":"耳标号已逐头核对。"}
                        """);

        teller.hoursAgo(20).open("U12", "inventory", "{\"place\":\"" + STORE + "\"}");
    }

    private UUID seized(int daysAgo, String title, String commodity, String item) {
        teller.daysAgo(daysAgo);
        var kase = teller.open("U12", "case", """
                {"title":"%s","facts":{"commodity":"%s","act":"no_lawful_source","conduct_date":"%s","entity":"person"},"summary":"检查时当事人未能提供合法来源证明，依法扣押。"}
                """.formatted(title, commodity, teller.day(1)));
        teller.act("U12", kase, "seize", """
                {"items":[%s],"seized_at":"%s"}
                """.formatted(item, teller.time(Duration.ofHours(2))));
        return teller.linked("U12", kase, "exhibit");
    }

    private String stored(String place, String category, int keepsDays, int dailyCost) {
        return """
                {"place":"%s","category":"%s","good_until":"%s","daily_cost_yuan":%d}
                """.formatted(place, category, teller.ahead(keepsDays), dailyCost);
    }
}
