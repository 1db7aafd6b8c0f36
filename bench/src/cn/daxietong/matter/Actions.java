package cn.daxietong.matter;

import cn.daxietong.bench.Timings;
import cn.daxietong.database.Raw;
import cn.daxietong.shared.Json;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContext;

/** Taking a step against inserting the rows it leaves, a statement at a time and all in one message. */
final class Actions {
    static final String LEAD = """
            {"title":"寨沙镇冷库夜间装卸无标识冻品","source":"patrol","commodity":"frozen_goods","act":"no_lawful_source","place":"寨沙镇",
             "description":"巡查发现冷库夜间装卸，现场人员未能说明来源，未出示检疫证明和进货凭证，已拍照留存，请核查。"}
            """;
    private static final int WARM_UP = 1500;

    private Actions() {}

    static void measure(ApplicationContext platform, int rounds) throws Exception {
        var proceedings = platform.getBean(Proceedings.class);
        var office = Measure.viewer("OFFICE");
        var unit = Measure.viewer("U12");
        var station = Measure.viewer("T01");
        var note = Json.MAPPER.readTree("{\"note\":\"请尽快核查并登记结果，遇有困难及时报告指挥部办公室。\"}");
        var none = Json.MAPPER.readTree("{}");
        try (var owner = Raw.owner(platform);
                var single = Raw.writer(platform);
                var together = Raw.writer(platform)) {
            BareStep.sameShapes(owner);
            var each = new BareStep(single, false);
            var all = new BareStep(together, true);
            var open = leads(owner, "status in ('dispatched', 'accepted', 'verified')", 2000);
            var next = new AtomicInteger();
            print(
                    "urge (entry, matter, inboxes, notice)",
                    rounds,
                    each,
                    all,
                    3,
                    0,
                    () -> proceedings.act(office, open.get(next.getAndIncrement() % open.size()), "urge", note, null));
            var waiting = leads(owner, "status = 'dispatched'", WARM_UP + rounds);
            var taken = new AtomicInteger();
            if (waiting.size() > 2 * WARM_UP) {
                print(
                        "accept (entry, matter, inboxes, to-dos)",
                        waiting.size() - WARM_UP,
                        each,
                        all,
                        3,
                        1,
                        () -> proceedings.act(unit, waiting.get(taken.getAndIncrement()), "accept", none, null));
            }
            print(
                    "register a lead (number, entry, matter, inboxes, to-do, notice, document)",
                    rounds,
                    each,
                    all,
                    2,
                    1,
                    () -> proceedings.open(station, "lead", Json.MAPPER.readTree(LEAD)));
        }
    }

    private static List<UUID> leads(Connection owner, String condition, int most) throws Exception {
        return Plain.ids(
                owner,
                "select id from matter.matter where kind = 'lead' and owner_unit = 'U12' and " + condition + " limit "
                        + most);
    }

    private static void print(
            String what, int rounds, BareStep each, BareStep all, int inboxes, int todos, Timings.Work step)
            throws Exception {
        var three = Timings.interleaved(
                WARM_UP, rounds, step, () -> each.insert(inboxes, todos), () -> all.insert(inboxes, todos));
        Timings.print("action " + what + ", durable, against a statement at a time", three);
        Timings.print("action " + what + ", durable, against one message", new Timings[] {three[0], three[2]});
    }
}
