package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Writing;
import cn.daxietong.web.Browser;
import cn.daxietong.web.Screen;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What {@link DisputedTobaccoStoryTest} tells through the API, done on the pages by the people of eight units. */
@PlatformTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(Browser.Extension.class)
class DisputedTobaccoInTheBrowserTest {
    private static final String CASE = "城区仓库非法经营卷烟案";
    private static final String DISPUTE = "管辖异议：" + CASE;
    private static final String SUPERVISION = "督办：" + CASE;
    private static final String ROOM = "卷烟系列案联合办案";
    private static final String REVERSE = "反向移送：" + CASE;
    private static final String OWN = "不起诉后移送处罚：" + CASE;
    private static final String PENALTY = "行政处罚：" + OWN;

    private final int port;
    private final Cast cast;
    private final Clock clock;
    private final Map<String, Desk> desks = new HashMap<>();
    private final Map<String, Desk> matters = new LinkedHashMap<>();
    private Browser browser;

    DisputedTobaccoInTheBrowserTest(@LocalServerPort int port, Writing writing, Clock clock) {
        this.port = port;
        this.cast = new Cast(writing, clock);
        this.clock = clock;
    }

    @BeforeEach
    void open(Browser opened) {
        browser = opened;
        // Two officers work on a case (国务院令310号 第五条, 行政处罚法 第四十二条).
        cast.officers("U12");
        cast.officers("U17");
    }

    @Test
    void a_disputed_case_is_supervised_transferred_refused_reconsidered_not_prosecuted_and_at_last_fined()
            throws IOException {
        var kase = filed();
        disputed();
        supervised();
        handledJointly(kase);
        transferredAndFiled();
        told(at("U08").find("case", CASE))
                .act("结案")
                .fill("案件结果", "不起诉")
                .fill("说明", "情节轻微")
                .send("结案")
                .stands("已结案");
        sentBack(kase);
        at("U08")
                .todo(ROOM, "推进联合办案，办结后登记结果")
                .fill("结果", "案件已移送，办案组结束")
                .send("办结联合办案")
                .stands("已办结");
        penalised();
        at("U05").find("reverse_transfer", REVERSE).stands("已作行政处罚");

        everyPaperCanBeRead();
        nobodyElseLearnsOfIt();
    }

    /** Registered, filed, and the cigarettes seized; returns the case. */
    private String filed() {
        var market = at("U12");
        market.begin("case");
        market.fill("案件名称", CASE)
                .fill("货物种类", "tobacco")
                .fill("涉嫌行为", "无证无照经营")
                .fill("行为日期", "2026-09-01")
                .fill("当事人类型", "个人")
                .fill("非法经营数额", "60,000")
                .fill("案情摘要", "按检查笔录登记")
                .send("登记案件");
        market.todo(CASE, "立案").send("确认立案");
        market.act("查封扣押")
                .rows(
                        "物品",
                        List.of(
                                Map.of("名称", "卷烟", "数量", "120", "计量单位", "条", "价值", "60000"),
                                Map.of("名称", "账本", "数量", "1", "计量单位", "册")))
                .fill("查封扣押时间", anHourAgo())
                .send("查封扣押")
                .stands("立案调查");
        return market.path().substring("/matters/".length());
    }

    /** Claimed for the customs, coordinated by the office, accepted by both. */
    private void disputed() {
        var market = at("U12").act("提出管辖异议");
        market.fill("认为应当管辖的单位", "X01").fill("理由和依据", "海关法第五条与方案三（三）不一致");
        told(sound(market, "dispute-form").send("提出管辖异议"));
        at("X01")
                .find("dispute", DISPUTE)
                .act("陈述意见")
                .fill("意见和依据", "货物来源不明，宜由市场监管局办理")
                .send("陈述意见");
        market.act("请办公室协调").fill("协商情况", "协商不成").send("请办公室协调");
        at("OFFICE")
                .todo(DISPUTE, "协调管辖异议")
                .fill("建议由哪个单位管辖", "U12")
                .fill("协调意见", "由市场监管局继续办理")
                .send("出具协调意见");
        market.todo(DISPUTE, "表明是否接受协调意见，不接受的报请指定管辖").send("确认接受协调意见");
        sound(at("X01").todo(DISPUTE, "表明是否接受协调意见，不接受的报请指定管辖").send("确认接受协调意见"), "dispute-settled")
                .stands("已解决");
    }

    /** Enlisted, reported on, looked at by 县司法局 on a phone, and released. */
    private void supervised() {
        var market = at("U12");
        market.find("case", CASE)
                .act("申请督办")
                .tick("申请理由类别", "涉案价值巨大", "社会关注的重大案件")
                .fill("申请理由", "涉及三个乡镇")
                .send("申请督办");
        var office = at("OFFICE");
        office.todo(SUPERVISION, "审核督办申请")
                .fill("督办要求", "查清来源")
                .fill("办结期限", clock.instant().plus(Duration.ofDays(10)));
        told(sound(office, "supervision-enlist").send("列入督办"));
        market.todo(SUPERVISION, "确定督办责任人")
                .fill("责任人", cast.handler("U12").account().value())
                .send("确定责任人");
        market.todo(SUPERVISION, "办理并报告督办结果").fill("办理结果", "已查清，拟移送公安机关").send("报告办理结果");
        office.todo(SUPERVISION, "安排回头看").fill("核验单位", "U09").send("指定回头看单位");
        var justice =
                at("U09").todo(SUPERVISION, "回头看并登记结果").fill("核验情况", "现场核对属实").tick("是否整改到位", "是");
        sound(justice, "supervision-verify").send("登记回头看结果");
        assertThat(justice.page().locator("#messages").innerText()).contains("不再能查看");
        assertThat(justice.path()).isEqualTo("/");
        sound(office.todo(SUPERVISION, "解除督办").fill("解除说明", "结果属实").send("解除督办"), "supervision-released")
                .stands("已解除");
    }

    private void handledJointly(String kase) {
        var police = at("U08");
        police.begin("joint_case");
        police.fill("名称", ROOM).fill("要解决的问题", "查清上下家").tick("邀请的单位", "U12", "U17");
        told(sound(police, "joint-convene").send("发起联合办案"));
        at("U12").todo(ROOM, "答复是否参加联合办案").send("确认参加联合办案");
        at("U17").todo(ROOM, "答复是否参加联合办案").send("确认参加联合办案");
        at("U12")
                .find("joint_case", ROOM)
                .act("关联案件")
                .fill("案件", kase)
                .fill("关系", "串案")
                .fill("理由", "同一上家")
                .send("关联案件");
        police.find("joint_case", ROOM)
                .act("登记会商纪要")
                .fill("会商时间", anHourAgo())
                .tick("参加单位", "U08", "U12", "U17")
                .fill("纪要", "确定分工")
                .fill("议定事项", "三日内移送");
        sound(sound(police, "joint-meeting").send("登记会商纪要"), "joint-room").stands("联合办理中");
    }

    /** Refused at first, and filed when the police reconsider. */
    private void transferredAndFiled() {
        var market = at("U12");
        market.todo(CASE, "提出移送")
                .fill("受移送单位", "U08")
                .tick("专案组成员", account("U12"), cast.colleague("U12").account().value())
                .fill("移送书面报告", "涉嫌犯罪，建议移送")
                .send("提出移送");
        told(at("U12 head").todo(CASE, "审批移送").send("确认批准移送"));
        market.todo(CASE, "移送")
                .rows(
                        "移送材料",
                        List.of(
                                Map.of("种类", "涉嫌犯罪案件情况的调查报告", "名称", "调查报告", "份数", "1"),
                                Map.of("种类", "有关检验报告或者鉴定结论", "名称", "鉴定意见", "份数", "1")))
                .send("移送");
        var police = at("U08").find("transfer", CASE);
        police.act("签收").send("确认签收");
        police.act("不予立案").fill("不予立案理由", "数额认定不足").send("不予立案");
        market.todo(CASE, "可提请复议或者建议立案监督").fill("复议理由", "账本可以证明").send("提请复议");
        police.todo(CASE, "作出复议决定")
                .tick("是否维持不予立案", "否")
                .fill("理由", "账本与转账记录印证")
                .send("作出复议决定");
        told(police.todo(CASE, "按复议决定立案").fill("立案文号", "鹿公立字〔2026〕77号").send("决定立案"))
                .stands("已立案");
    }

    private void sentBack(String kase) {
        var procuratorate = at("U05");
        procuratorate.begin("reverse_transfer");
        procuratorate
                .fill("不起诉的案件", kase)
                .fill("不起诉决定作出时间", clock.instant())
                .fill("审查起诉情况", "县公安局侦查终结后移送本院审查起诉")
                .fill("案情和不起诉理由", "情节轻微，应予行政处罚")
                .send("登记反向移送");
        procuratorate
                .todo(REVERSE, "审查是否提出检察意见")
                .fill("有关主管机关", "U17")
                .fill("检察意见", "应当给予行政处罚")
                .send("提出检察意见");
        told(sound(procuratorate, "reverse-transfer"));
        told(at("U17").todo(REVERSE, "接收检察意见，立为案件办理").send("确认接收并立为案件办理"));
    }

    /** With a hearing right given up, review, discussion, decision, service, an account of what was paid, and execution. */
    private void penalised() {
        var tobacco = at("U17");
        var head = at("U17 head");
        tobacco.todo(OWN, "立案").send("确认立案");
        head.todo(OWN, "签批立案").send("确认签批立案");
        proposed(tobacco);
        tobacco.todo(PENALTY, "告知当事人").send("确认制发处罚告知书");
        tobacco.todo(PENALTY, "登记告知书送达")
                .fill("告知时间", clock.instant())
                .fill("送达方式", "直接送达")
                .send("登记告知书送达");
        tobacco.act("记录陈述申辩")
                .fill("陈述申辩时间", clock.instant())
                .fill("陈述申辩内容", "初次经营，请求从轻")
                .fill("复核意见", "已在裁量中考虑")
                .fill("是否采纳", "部分采纳")
                .send("记录陈述申辩");
        sound(tobacco, "penalty-notified");
        tobacco.todo(PENALTY, "听取陈述申辩后进入审查决定").tick("当事人是否书面放弃听证", "是").send("进入审查决定");
        head.todo(PENALTY, "法制审核")
                .fill("审核结论", "审核通过")
                .fill("审核意见", "程序合法")
                .tick("审核人员是否通过国家统一法律职业资格考试取得资格", "是")
                .send("法制审核");
        head.todo(PENALTY, "负责人集体讨论")
                .fill("讨论时间", clock.instant())
                .fill("参加的负责人", "局长\n副局长")
                .fill("讨论意见", "一致同意")
                .fill("结论", "按拟处罚内容决定")
                .send("集体讨论");
        head.todo(PENALTY, "作出行政处罚决定").fill("决定理由", "事实清楚，裁量适当").tick("已核实同一违法行为没有被罚款", "是");
        sound(head, "penalty-decide").send("作出行政处罚决定");
        executed(tobacco);
    }

    private void proposed(Desk tobacco) {
        tobacco.act("调查终结，提出处理意见")
                .fill("当事人", "某某商行，住所：鹿寨镇建中路")
                .tick("办案人员", account("U17"), cast.colleague("U17").account().value())
                .fill("违法事实", "未取得烟草专卖零售许可证销售卷烟")
                .fill("证据", "现场笔录、账本和询问笔录")
                .fill("处罚依据", "《烟草专卖法》第三十二条")
                .tick("处罚种类", "罚款", "没收违法所得、没收非法财物")
                .fill("罚款数额", "2,000.00")
                .fill("没收数额", "900")
                .fill("拟处罚内容", "没收违法所得，并处罚款二千元")
                .tick("当事人是否有权要求听证", "是")
                .tick("是否应当法制审核", "是")
                .tick("是否情节复杂或者重大，应当集体讨论", "是")
                .fill("判断的依据", "按本行业听证、审核的规定判断");
        told(sound(tobacco, "penalty-conclude").send("调查终结，提出处理意见"));
    }

    private void executed(Desk tobacco) {
        tobacco.todo(PENALTY, "送达处罚决定书")
                .fill("送达时间", clock.instant())
                .fill("送达方式", "直接送达")
                .fill("收件人和见证情况", "经营者签收")
                .send("送达处罚决定书");
        tobacco.act("登记缴款")
                .fill("款项", "罚款")
                .fill("金额", "2000")
                .fill(
                        "缴款日期",
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"))
                                .toString())
                .fill("收缴方式", "缴至指定银行")
                .fill("票据号", "桂财0002")
                .send("登记缴款");
        tobacco.act("制作罚款缴纳情况表").send("制作罚款缴纳情况表");
        tobacco.todo(PENALTY, "登记执行完毕").fill("执行情况", "罚没款已缴清").send("执行完毕");
        sound(tobacco, "penalty-executed").stands("执行完毕");
        tobacco.todo(OWN, "执行完毕后结案")
                .fill("案件结果", "已作行政处罚并执行")
                .fill("说明", "已执行")
                .send("结案")
                .stands("已结案");
    }

    private void everyPaperCanBeRead() throws IOException {
        var papers = new LinkedHashMap<String, String>();
        for (var matter : matters.entrySet()) {
            var desk = matter.getValue().visit(matter.getKey());
            for (var paper : desk.page()
                    .locator("#papers li")
                    .filter(new Locator.FilterOptions().setHasText("PDF"))
                    .all()) {
                var title = paper.locator("strong").innerText();
                papers.put(title, text(desk, paper.locator("a[href$='.pdf']").getAttribute("href")));
                assertThat(papers.get(title)).as(title).hasSizeGreaterThan(60);
            }
        }
        TobaccoPapers.areAllThereAndSayTheirPart(papers);
        assertThat(papers.get("会商纪要")).contains("卷烟系列案联合办案", "确定分工", "三日内移送");
    }

    /** As the reader of the paper gets it, without the breaks of the layout. */
    private static String text(Desk desk, String href) throws IOException {
        var answer = desk.page().request().get(desk.origin() + href);
        assertThat(answer.status()).isEqualTo(200);
        try (var pdf = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u3000]", "");
        }
    }

    private void nobodyElseLearnsOfIt() {
        var stranger = at("U07");
        for (var matter : matters.keySet()) {
            assertThat(stranger.page().request().get(stranger.origin() + matter).status())
                    .as(matter)
                    .isEqualTo(404);
        }
        assertThat(stranger.visit("/matters?q=城区仓库").page().locator("main").innerText())
                .contains("没有符合条件的");
    }

    /** The desk of a unit's handler, or of its head; 县司法局 and the head of the tobacco bureau have only a phone. */
    private Desk at(String who) {
        return desks.computeIfAbsent(who, w -> {
            var unit = w.replace(" head", "");
            var size = List.of("U09", "U17 head").contains(w) ? Screen.Size.PHONE : Screen.Size.WIDE;
            return Desk.of(
                    browser, "http://localhost:" + port, size, w.equals(unit) ? cast.handler(unit) : cast.head(unit));
        });
    }

    private String account(String unit) {
        return cast.handler(unit).account().value();
    }

    /** Remembers the matter that the desk looks at, for the end. */
    private Desk told(Desk desk) {
        matters.putIfAbsent(desk.path(), desk);
        return desk;
    }

    private static Desk sound(Desk desk, String name) {
        desk.screen().isSound("tobacco-" + name);
        assertThat(desk.page().locator(".course, .table-wrap").all())
                .as("what has to be pushed sideways on " + name)
                .allMatch(part -> Boolean.TRUE.equals(part.evaluate("part => part.scrollWidth <= part.clientWidth")));
        desk.screen().wholePicture("tobacco-" + name);
        return desk;
    }

    private Instant anHourAgo() {
        return clock.instant().minusSeconds(3600);
    }
}
