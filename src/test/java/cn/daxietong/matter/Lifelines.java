package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Fictional matters in any number, each told from its beginning to its end or to now. The same number tells the same story again, so that it
 * can be told to two stages and compared.
 */
final class Lifelines {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final UnitId MARKET = new UnitId("U12");
    private static final UnitId TOBACCO = new UnitId("U17");
    private static final UnitId POLICE = new UnitId("U08");
    private static final List<String> PLACES = List.of("鹿寨镇", "中渡镇", "寨沙镇", "平山镇", "黄冕镇", "四排镇", "江口乡", "导江乡", "拉沟乡");
    private static final List<String> SPOTS =
            List.of("农贸市场", "城南仓库", "冷库", "物流点", "码头", "服务区", "集市", "出租屋", "修理厂", "加油站旁", "圩日摊位", "快递网点");
    private static final List<String> GOODS =
            List.of("散装柴油", "无标识冻品", "卷烟", "进口洋酒", "旧汽车发动机", "食糖", "野生禽类", "活牛", "白酒", "药品");
    private static final List<String> COMMODITIES =
            List.of("refined_oil", "frozen_goods", "tobacco", "alcohol", "vehicles_and_parts", "sugar", "wildlife");
    private static final List<String> VERBS = List.of("疑有", "夜间装卸", "低价兜售", "网上展示", "集中存放", "无票运输", "流动售卖", "夹带");
    private static final String[] SOURCES = {"patrol", "unit_report", "internet", "tipoff", "parcel", "station_report"};
    /** The units that verify, by how often each is asked: one with nearly half of all, one with next to none. */
    private static final String[] VERIFIERS = {
        "U12", "U12", "U12", "U12", "U12", "U12", "U12", "U12", "U12", "U17", "U17", "U17", "U17", "U14", "U14", "U15",
        "U13", "U10", "U08", "T01", "T03"
    };

    private final List<UnitId> reporters;
    private final Instant begin;
    private final Instant now;
    private final long count;
    private final int urges;

    /**
     * @param reporters the units that report; the last one hardly ever does
     * @param count over how many stories the time from {@code begin} to {@code now} is spread
     * @param urges at most so many reminders a lead
     */
    Lifelines(List<UnitId> reporters, Instant begin, Instant now, long count, int urges) {
        this.reporters = List.copyOf(reporters);
        this.begin = begin.truncatedTo(ChronoUnit.MILLIS);
        this.now = now;
        this.count = count;
        this.urges = urges;
    }

    static Viewer viewer(UnitId unit, Post post) {
        var name = unit.value().toLowerCase(Locale.ROOT) + "-" + post.code();
        return Viewer.of(new AccountId(name), unit, post, name);
    }

    /** One story: of every twenty, sixteen leads that end as such, three that become a case, and one case of its own. */
    void tell(Stage stage, long number) {
        var random = new SplittableRandom(number * 31 + 7);
        var at = begin.plusMillis((long) ((double) Duration.between(begin, now).toMillis() * number / count))
                .plusMillis(random.nextInt(60_000));
        var pen = new Pen(stage, at);
        if (number % 21 == 20) {
            ownCase(pen, random);
        } else {
            lead(pen, random, number % 7 == 3);
        }
    }

    private void lead(Pen pen, SplittableRandom random, boolean becomesCase) {
        var last = reporters.size() - 1;
        var reporter = reporters.get(random.nextInt(4000) == 0 ? last : random.nextInt(last));
        var place = pick(PLACES, random);
        var title = place + pick(SPOTS, random) + pick(VERBS, random) + pick(GOODS, random);
        var subjects = random.nextInt(5) == 0
                ? ",\"subjects\":[{\"type\":\"vehicle\",\"value\":\"桂B%05d\",\"name\":\"货车\"}]"
                        .formatted(random.nextInt(30_000))
                : "";
        var lead = pen.open(reporter, "lead", """
                {"title":"%s","source":"%s","commodity":"%s","act":"no_lawful_source","place":"%s","description":"巡查发现%s，现场人员未能说明来源，未出示检疫证明和进货凭证，已拍照留存，请核查。"%s}
                """.formatted(
                title, SOURCES[random.nextInt(SOURCES.length)], pick(COMMODITIES, random), place, title, subjects));
        var unit = becomesCase
                ? random.nextInt(4) == 0 ? TOBACCO : MARKET
                : new UnitId(VERIFIERS[random.nextInt(VERIFIERS.length)]);
        pen.later(1, random)
                .act(
                        UnitId.OFFICE,
                        lead,
                        "dispatch",
                        "{\"unit\":\"" + unit.value()
                                + "\",\"note\":\"请核查有无进货凭证和许可，十日内反馈。\",\"deviation_reason\":\"就近核查，发现属其他单位职责的再行分派。\"}")
                .later(12, random)
                .act(unit, lead, "accept", "{}");
        for (int n = random.nextInt(urges + 1); n > 0; n--) {
            pen.later(20, random).act(UnitId.OFFICE, lead, "urge", "{\"note\":\"请尽快核查并登记结果，遇有困难及时报告指挥部办公室。\"}");
        }
        pen.later(20, random);
        if (becomesCase) {
            pen.act(unit, lead, "verify", "{\"finding\":\"经实地核查，情况属实，当事人未能提供许可和进货凭证。\",\"substantiated\":true}")
                    .later(2, random)
                    .act(unit, lead, "open_case", "{}");
            if (!pen.over()) {
                penalty(pen, pen.linked(lead, "case"), unit, random);
            }
            pen.act(unit, lead, "close", "{\"reason\":\"substantiated\",\"note\":\"已转为案件办理。\"}");
        } else {
            pen.act(unit, lead, "verify", "{\"finding\":\"经实地核查，现场货物出库单、检验单齐全，未发现问题。\",\"substantiated\":false}")
                    .later(8, random)
                    .act(unit, lead, "close", "{\"reason\":\"unsubstantiated\",\"note\":\"查否，资料已归档。\"}");
        }
    }

    private void penalty(Pen pen, UUID kase, UnitId unit, SplittableRandom random) {
        var value = 1000 + 250 * random.nextInt(24);
        pen.later(3, random).act(unit, kase, "file", "{}");
        for (int n = 0; n < 2; n++) {
            pen.later(20, random).act(unit, kase, "record_facts", "{\"facts\":" + tobacco(pen, value, value * 2) + "}");
        }
        pen.later(20, random)
                .act(UnitId.OFFICE, kase, "urge", "{\"note\":\"请按期作出决定。\"}")
                .later(90, random)
                .act(
                        unit,
                        kase,
                        "decide_penalty",
                        "{\"kind\":\"fine\",\"amount_yuan\":%d,\"text\":\"没收违法所得，并处经营总额百分之二十的罚款（烟草专卖法第三十二条、实施条例第五十七条）。\"}"
                                .formatted(value / 5));
        pen.later(20, random);
        pen.act(unit, kase, "serve_decision", "{\"served_at\":\"%s\"}".formatted(pen.time(0)))
                .later(60, random)
                .act(unit, kase, "close", "{\"outcome\":\"penalised\",\"note\":\"当事人已按期缴纳罚款。\"}");
    }

    private void ownCase(Pen pen, SplittableRandom random) {
        var transferred = random.nextInt(5) < 3;
        var value = transferred ? 52_000 + 500 * random.nextInt(400) : 2000 + 250 * random.nextInt(20);
        var title = pick(PLACES, random) + pick(SPOTS, random) + "涉嫌非法经营卷烟案";
        var kase = pen.open(TOBACCO, "case", """
                {"title":"%s","facts":%s,"summary":"检查发现当事人未取得烟草专卖许可，在现场存放并销售卷烟，现场清点并制作笔录。"}
                """.formatted(title, tobacco(pen, value, value * 4)));
        if (!transferred) {
            penalty(pen, kase, TOBACCO, random);
            return;
        }
        pen.later(2, random).act(TOBACCO, kase, "file", "{}").act(TOBACCO, kase, "seize", """
                {"items":[{"description":"卷烟","quantity":%d,"unit":"条","value_yuan":%d,"location":"县烟草专卖局仓库"}],"seized_at":"%s"}
                """.formatted(
                        value / 250, value, pen.time(2)));
        pen.later(20, random)
                .act(
                        TOBACCO,
                        kase,
                        "propose_transfer",
                        "{\"target_unit\":\"U08\",\"officers\":[\"u17-handler\",\"u17-handler2\"],\"report\":\"经查，涉案货物数量和金额涉嫌达到移送标准，证据材料已固定，建议移送。\"}")
                .later(10, random)
                .head(TOBACCO, kase, "approve_transfer", "{}");
        if (!pen.over()) {
            transfer(pen, kase, pen.linked(kase, "transfer"), random);
        }
    }

    private void transfer(Pen pen, UUID kase, UUID transfer, SplittableRandom random) {
        pen.later(5, random)
                .act(
                        TOBACCO,
                        transfer,
                        "send",
                        "{\"materials\":[{\"kind\":\"investigation_report\",\"title\":\"涉嫌犯罪案件情况的调查报告\"},{\"kind\":\"inspection_report\",\"title\":\"检验、鉴定结论\"}]}")
                .later(5, random)
                .act(POLICE, transfer, "sign_receipt", "{}")
                .later(20, random);
        if (random.nextInt(5) == 0) {
            pen.act(POLICE, transfer, "refuse_to_file", "{\"reason\":\"现有证据不足以证明涉案卷烟均用于销售。\"}")
                    .later(20, random)
                    .act(TOBACCO, transfer, "request_reconsideration", "{\"grounds\":\"账本、转账记录与证人证言相互印证。\"}")
                    .later(20, random)
                    .act(POLICE, transfer, "decide_reconsideration", "{\"upheld\":true,\"reason\":\"复核后认为理由不变。\"}");
            return;
        }
        pen.act(
                        POLICE,
                        transfer,
                        "file_criminal_case",
                        "{\"number\":\"鹿公立字〔%d〕%d号\"}".formatted(pen.year(), 1 + random.nextInt(900)))
                .later(10, random)
                .act(TOBACCO, transfer, "hand_over_items", "{}")
                .later(5, random)
                .act(POLICE, transfer, "confirm_items", "{}")
                .later(400, random)
                .act(POLICE, kase, "close", "{\"outcome\":\"sent_for_prosecution\",\"note\":\"侦查终结，移送县检察院审查起诉。\"}");
    }

    private static String tobacco(Pen pen, int value, int sticks) {
        return """
                {"commodity":"tobacco","act":"unlicensed_operation","conduct_date":"%s","entity":"person","place":"鹿寨镇",
                 "goods":[{"commodity":"tobacco","description":"卷烟","cigarette_sticks":%d,"value_yuan":%d}],"business_amount_yuan":%d,"prior_penalties":[]}
                """.formatted(pen.month(), sticks, value, value);
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Writes step after step, each later than the one before; stays still once a step would lie in the future. */
    private final class Pen {
        private final Stage stage;
        private Instant at;

        Pen(Stage stage, Instant at) {
            this.stage = stage;
            this.at = at;
        }

        boolean over() {
            return at.isAfter(now);
        }

        UUID open(UnitId unit, String kind, String fields) {
            return stage.open(viewer(unit, Post.HANDLER), kind, fields, at);
        }

        UUID linked(UUID matter, String rel) {
            return stage.linked(matter, rel);
        }

        Pen act(UnitId unit, UUID matter, String action, String fields) {
            return act(viewer(unit, Post.HANDLER), matter, action, fields);
        }

        Pen head(UnitId unit, UUID matter, String action, String fields) {
            return act(viewer(unit, Post.HEAD), matter, action, fields);
        }

        private Pen act(Viewer viewer, UUID matter, String action, String fields) {
            if (!over()) {
                stage.act(viewer, matter, action, fields, at);
                at = at.plusSeconds(600);
            }
            return this;
        }

        /** Up to so many hours pass. */
        Pen later(int hours, SplittableRandom random) {
            at = at.plusMillis(600_000 + random.nextInt(hours * 3_600_000));
            return this;
        }

        String time(int hoursBefore) {
            return at.minus(Duration.ofHours(hoursBefore))
                    .atZone(ZONE)
                    .toOffsetDateTime()
                    .withNano(0)
                    .toString();
        }

        /** The month in which it was done, which was before anything was seized. */
        String month() {
            return at.minus(Duration.ofDays(1))
                    .atZone(ZONE)
                    .toLocalDate()
                    .withDayOfMonth(1)
                    .toString();
        }

        int year() {
            return at.atZone(ZONE).getYear();
        }
    }
}
