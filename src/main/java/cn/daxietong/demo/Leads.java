package cn.daxietong.demo;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The month's leads at every stage of their life. */
final class Leads {
    private final Teller teller;

    Leads(Teller teller) {
        this.teller = teller;
    }

    void tell() {
        waiting();
        dispatched();
        underVerification();
        ended();
    }

    private UUID register(
            String unit, String title, String source, String commodity, String act, String place, String description) {
        return teller.open(unit, "lead", """
                {"title":"%s","source":"%s","commodity":"%s","act":"%s","place":"%s","occurred_at":"%s","description":"%s"}
                """.formatted(
                        title, source, commodity, act, place, teller.time(Duration.ofHours(3)), description));
    }

    private void waiting() {
        teller.hoursAgo(5);
        teller.open("U18A", "lead", """
                {"title":"同一车辆三日内七次购买散装汽油","source":"station_report","commodity":"refined_oil","act":"unlicensed_operation",
                 "place":"鹿寨镇城南加油站","description":"散装汽油身份识别系统提示：同一登记人驾同一皮卡三日内购油七次，每次均为限额上限，用途登记为“农机”，站员询问农机所在地未能说明。",
                 "subjects":[{"type":"vehicle","value":"桂B****8","name":"白色皮卡"}]}
                """);
        teller.hoursAgo(2);
        register(
                "T05",
                "黄冕镇旧粮库夜间有冷藏车装卸",
                "patrol",
                "frozen_goods",
                "no_lawful_source",
                "黄冕镇旧粮库",
                "巡查时发现旧粮库凌晨有两辆冷藏车卸货，包装无中文标识，现场人员称系代存，未出示检疫证明。");
        teller.hoursAgo(1);
        register(
                "U16",
                "寄递渠道发现夹带卷烟的包裹",
                "parcel",
                "tobacco",
                "delivery_channel",
                "鹿寨县邮件处理中心",
                "验视时发现三件包裹内为散支卷烟，寄件信息不完整，已按规定暂存并登记面单。");
    }

    private void dispatched() {
        teller.daysAgo(2);
        var school = register(
                "U07",
                "中渡镇某学校旁小店向学生售烟",
                "unit_report",
                "tobacco",
                "unlicensed_operation",
                "中渡镇中心校旁",
                "值周教师反映校门外小店拆包零售卷烟，店内未见烟草专卖零售许可证。");
        teller.act("OFFICE", school, "dispatch", "{\"unit\":\"U12\",\"note\":\"请核查有无零售许可证，涉及未成年人的一并处理。\"}");
        teller.daysAgo(1);
        var van = register(
                "U10",
                "治超站查见无准运证运输卷烟的面包车",
                "patrol",
                "tobacco",
                "unlicensed_transport",
                "G72高速鹿寨北出口",
                "治超检查发现面包车后厢装有整箱卷烟，驾驶人未能出示准运证，车辆已引导至停车场。");
        teller.act("OFFICE", van, "dispatch", "{\"unit\":\"U17\",\"note\":\"请尽快到场核查。\"}");
        teller.daysAgo(3);
        var sent = register(
                "U13",
                "江口乡路边广告推销“免税洋酒”",
                "patrol",
                "alcohol",
                "no_lawful_source",
                "江口乡集市",
                "巡查发现路边喷绘广告以“免税洋酒”招揽，留有联系电话。");
        teller.act("OFFICE", sent, "dispatch", "{\"unit\":\"U14\",\"deviation_reason\":\"广告所在集市由县农业农村局驻点，先行核实。\"}");
        teller.act("U14", sent, "return", "{\"reason\":\"酒类经营不属于本单位职责范围，建议分派县市场监管局。\"}");
    }

    private void underVerification() {
        teller.daysAgo(6);
        var oil = register(
                "T03",
                "寨沙镇山路旁改装罐车流动加油",
                "patrol",
                "refined_oil",
                "unlicensed_operation",
                "寨沙镇古懂村路口",
                "村干部反映每日傍晚有改装罐车停在路口为农用车加油，价格明显低于加油站。");
        teller.act("OFFICE", oil, "dispatch", "{\"unit\":\"U12\"}").act("U12", oil, "accept", "{}");
        teller.daysAgo(9);
        var store = register(
                "U02",
                "短视频账号展示无中文标识进口冻品",
                "internet",
                "frozen_goods",
                "no_lawful_source",
                "平山镇",
                "网上巡查发现本地账号多次展示无中文标识的冻牛肉，评论区可询价自提。");
        teller.act("OFFICE", store, "dispatch", "{\"unit\":\"U12\",\"note\":\"请会同县农业农村局核查检疫情况。\"}")
                .act("U12", store, "accept", "{}");
        teller.daysAgo(5)
                .act(
                        "U12",
                        store,
                        "verify",
                        "{\"finding\":\"经实地核查，账号所示冷库确有无中文标识冻品约1.2吨，经营者称来自外地批发市场，暂未提供进货凭证。\",\"substantiated\":true}");
        teller.daysAgo(8);
        var bird = register(
                "T09", "拉沟乡集市疑有人出售野生鸟类", "tipoff", "wildlife", "illegal_trade", "拉沟乡集市", "群众反映逢圩日有人在集市角落出售笼装野鸟。");
        teller.act("OFFICE", bird, "dispatch", "{\"unit\":\"U15\"}").act("U15", bird, "accept", "{}");
    }

    private void ended() {
        var endings = List.of(
                List.of(
                        "24",
                        "导江乡某仓库疑存放走私食糖",
                        "T08",
                        "sugar",
                        "U12",
                        "unsubstantiated",
                        "仓库内为本地糖厂产品，出库单、检验单齐全。",
                        "false"),
                List.of(
                        "21",
                        "四排镇修理厂疑有进口旧汽车发动机",
                        "T06",
                        "vehicles_and_parts",
                        "U12",
                        "unverifiable",
                        "到场时已搬空，房东称承租人上月退租，去向不明，已留存租赁合同照片。",
                        "false"),
                List.of(
                        "19",
                        "鹿寨镇农贸市场冻品摊位无检疫证明",
                        "T01",
                        "frozen_goods",
                        "U14",
                        "duplicate",
                        "与半月前办结的同一摊位线索重复，并入原线索台账。",
                        "false"),
                List.of(
                        "16",
                        "乡间便利店卷烟包装异常",
                        "T04",
                        "tobacco",
                        "U17",
                        "substantiated",
                        "经鉴别为真品，但未在当地烟草批发企业进货，已另行立案处理。",
                        "true"),
                List.of(
                        "27",
                        "县城酒行疑售假冒洋酒",
                        "U13",
                        "alcohol",
                        "U12",
                        "unsubstantiated",
                        "抽检两个批次均为合格产品，进货票据齐全。",
                        "false"));
        for (var ending : endings) {
            var days = Integer.parseInt(ending.get(0));
            teller.daysAgo(days);
            var lead = register(
                    ending.get(2), ending.get(1), "patrol", ending.get(3), "other", "", ending.get(1) + "，请核查。");
            teller.act("OFFICE", lead, "dispatch", "{\"unit\":\"%s\"}".formatted(ending.get(4)))
                    .act(ending.get(4), lead, "accept", "{}");
            teller.daysAgo(days - 4);
            teller.act(
                    ending.get(4),
                    lead,
                    "verify",
                    "{\"finding\":\"%s\",\"substantiated\":%s}".formatted(ending.get(6), ending.get(7)));
            teller.act(
                    ending.get(4),
                    lead,
                    "close",
                    "{\"reason\":\"%s\",\"note\":\"%s\"}".formatted(ending.get(5), ending.get(6)));
        }
    }
}
