package cn.daxietong.web;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows every component with invented content, for whoever writes pages and for the tests that look at them. */
@Controller
@RequestMapping("/design")
class DesignController {
    private static final List<Option> GOODS =
            List.of(new Option("cigarettes", "卷烟"), new Option("refined_oil", "成品油"), new Option("frozen_meat", "冻品"));

    private final WebSettings settings;
    private final ObjectProvider<ViewerSource> viewers;
    private final Clock clock;

    DesignController(WebSettings settings, ObjectProvider<ViewerSource> viewers, Clock clock) {
        this.settings = settings;
        this.viewers = viewers;
        this.clock = clock;
    }

    @ModelAttribute
    void onlyForThoseWhoBuildPages(HttpServletRequest request) {
        var source = viewers.getIfAvailable();
        var administers = source != null
                && source.viewer(request)
                        .filter(viewer -> viewer.post() == Post.SYSTEM_ADMIN)
                        .isPresent();
        if (!settings.design() && !administers) {
            throw Refusal.notFound();
        }
    }

    @GetMapping
    ModelAndView list() {
        var groups = new LinkedHashMap<String, List<DesignRow>>();
        groups.put(
                "已超期",
                List.of(
                        row(43, "黄冕镇涉嫌走私成品油案", "县交通运输局", "立案调查", "56,797.30", -3),
                        row(45, "导江乡涉嫌非法运输野生动物及其制品案", "县市场监管局", "立案调查", "13,995.80", -3)));
        groups.put(
                "两日内到期",
                List.of(
                        row(63, "四排镇涉嫌无合法来源野生动物制品案", "县烟草专卖局", "督办中", "7,227.60", 0),
                        row(70, "寨沙镇涉嫌无证经营化工原料案", "县公安局", "公安审查", "39,558.70", 2)));
        groups.put(
                "其他在办",
                List.of(
                        row(74, "江口乡涉嫌无合法来源畜禽活体案", "县农业农村局", "线索核查", "47,709.50", 6),
                        row(87, "四排镇涉嫌无合法来源酒类案", "县市场监管局", "公安审查", "7,763.30", 9),
                        row(97, "寨沙镇涉嫌无合法来源畜禽活体案", "县农业农村局", "立案调查", "10,013.20", 12)));
        return Views.page(
                "design/list",
                "案件台账",
                Map.of(
                        "groups",
                        groups,
                        "timeline",
                        timeline(),
                        "goods",
                        GOODS,
                        "towns",
                        List.of(new Option("100", "鹿寨镇"), new Option("103", "寨沙镇"))),
                "case");
    }

    @GetMapping("/parts")
    ModelAndView parts() {
        var stages = List.of(
                new Course.Stage("draft", "拟移送", Course.State.DONE),
                new Course.Stage("approved", "已批准", Course.State.DONE),
                new Course.Stage("sent", "已移送", Course.State.NOW),
                new Course.Stage("received", "已签收", Course.State.AHEAD),
                new Course.Stage("returned", "已退回", Course.State.AHEAD),
                new Course.Stage("filed", "已立案", Course.State.AHEAD),
                new Course.Stage("refused", "不予立案", Course.State.AHEAD),
                new Course.Stage("closed", "办结", Course.State.AHEAD));
        var steps = List.of(
                new Course.Step("draft", "approved"),
                new Course.Step("approved", "sent"),
                new Course.Step("sent", "received"),
                new Course.Step("sent", "returned"),
                new Course.Step("returned", "approved"),
                new Course.Step("received", "filed"),
                new Course.Step("received", "refused"),
                new Course.Step("filed", "closed"),
                new Course.Step("refused", "closed"));
        var now = clock.instant();
        var dues = List.of(
                due(-3),
                Due.running(now.minus(Duration.ofMinutes(200)), clock),
                due(2),
                due(9),
                Due.paused("鉴定期间不计入"),
                Due.met(now, clock),
                Due.none());
        return Views.page("design/parts", "样式", Map.of("course", Course.of(stages, steps), "dues", dues), "case");
    }

    @GetMapping("/form")
    ModelAndView form() {
        return formWith(Faults.NONE, FormTree.of(Map.of()));
    }

    @PostMapping("/form")
    ModelAndView submit(HttpServletRequest request) {
        var form = FormTree.of(request.getParameterMap());
        if (FormTree.editsRows(request.getParameterMap())) {
            return formWith(Faults.NONE, form);
        }
        var faults = new ArrayList<Fault>();
        if (form.text("title").isEmpty()) {
            faults.add(new Fault("title", "required", "请填写案由。"));
        }
        if (form.text("goods[0].commodity").isEmpty()) {
            faults.add(new Fault("goods[0].commodity", "required", "请选择第 1 种货物的类别。"));
        }
        if (!faults.isEmpty()) {
            var refusal = Refusal.invalid(faults);
            return Views.faulty(
                    "design/form", "登记案件", Map.of("faults", new Faults(faults), "form", form, "goods", GOODS), refusal);
        }
        return Views.redirect("/design", Flash.done("已登记。"));
    }

    private static ModelAndView formWith(Faults faults, FormTree form) {
        return Views.page("design/form", "登记案件", Map.of("faults", faults, "form", form, "goods", GOODS), "case");
    }

    private DesignRow row(int number, String title, String unit, String status, String value, int days) {
        var kind = days < 0 ? Badge.Kind.WARNING : Badge.Kind.RUNNING;
        return new DesignRow("鹿打私案〔2026〕" + number + "号", title, unit, new Badge(kind, status), value, due(days));
    }

    private Due due(int days) {
        return Due.running(instant(days), clock);
    }

    private Instant instant(int days) {
        return clock.instant()
                .atZone(clock.getZone())
                .toLocalDate()
                .plusDays(days)
                .atTime(23, 59)
                .atZone(clock.getZone())
                .toInstant();
    }

    private List<TimelineEntry> timeline() {
        return List.of(
                new TimelineEntry(TimelineEntry.State.DONE, "立案", "行政处罚法第五十四条　符合立案标准的，应当及时立案", "9月2日 09:12", null),
                new TimelineEntry(TimelineEntry.State.DONE, "先行登记保存", "行政处罚法第五十六条　七日内作出处理决定", "9月3日", null),
                new TimelineEntry(TimelineEntry.State.DONE, "批准移送", "国务院令第310号第五条　接到报告三日内决定", "9月8日 16:40", null),
                new TimelineEntry(TimelineEntry.State.OVERDUE, "移送公安机关", "国务院令第310号第五条　批准后二十四小时内移送", "", due(-1)),
                new TimelineEntry(TimelineEntry.State.AHEAD, "公安机关审查立案", "国务院令第310号第八条　自接受之日起三日内", "", null));
    }
}
