package cn.daxietong.matter;

import static cn.daxietong.matter.Told.refusal;

import cn.daxietong.document.Section;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A penalty of 县市场监管局 told to the world in memory: a fine of 1000元, in the words of the API. */
abstract class PenaltyTold {
    static final String FIELDS = """
            {"about":"%s","party":"某某商行，住所：鹿寨镇","officers":["u12-handler","u12-head"],
             "proposal":{"facts":"无证零售卷烟","evidence":"现场笔录","grounds":"烟草专卖法第三十二条","sanctions":["%s"],%s"text":"处以罚款"},
             "required":{"hearing":%s,"review":%s,"discussion":%s,"basis":"本行业规定"}}
            """;
    final Told told = new Told();

    UUID filed(String facts) {
        var kase = told.aCase("U12", facts);
        told.head("U12", kase, "file", "{}");
        return kase;
    }

    UUID begun(UUID kase, boolean hearing, boolean review, boolean discussion) {
        return told.open("U12", "penalty", fields(kase, hearing, review, discussion));
    }

    static String fields(UUID kase, boolean hearing, boolean review, boolean discussion) {
        return FIELDS.formatted(kase, "fine", "\"fine_yuan\":1000.00,", hearing, review, discussion);
    }

    UUID notified(UUID kase, boolean hearing) {
        var penalty = begun(kase, hearing, false, false);
        told.act("U12", penalty, "issue_notice");
        confirm(penalty);
        return penalty;
    }

    void confirm(UUID penalty) {
        told.act("U12", penalty, "confirm_notified", "{\"notified_at\":\"" + told.world.now + "\",\"way\":\"direct\"}");
    }

    UUID decided(UUID kase) {
        var penalty = notified(kase, false);
        told.act("U12", penalty, "deliberate");
        decide(penalty);
        return penalty;
    }

    void decide(UUID penalty) {
        told.head("U12", penalty, "decide", "{\"reason\":\"裁量适当\",\"single_fine\":true}");
    }

    UUID served(UUID kase) {
        var penalty = decided(kase);
        told.act(
                "U12",
                penalty,
                "serve",
                "{\"served_at\":\"" + told.world.now + "\",\"way\":\"direct\",\"receipt\":\"本人签收\"}");
        return penalty;
    }

    List<Decision<?>> pay(UUID penalty, String purpose, String yuan, String on) {
        return told.act("U12", penalty, "record_payment", """
                {"purpose":"%s","amount_yuan":%s,"paid_on":"%s","channel":"bank","receipt":"0001"}
                """.formatted(purpose, yuan, on));
    }

    /** Refused by the police, and filed because the procuratorate says so. */
    void supervisedIntoFiling(UUID transfer, String number) {
        told.act("U12", transfer, "suggest_supervision", "{\"grounds\":\"应当立案\"}");
        told.act("U05", transfer, "require_explanation", "{\"text\":\"请说明\"}");
        told.act("U08", transfer, "explain_refusal", "{\"reason\":\"数额\"}");
        told.act("U05", transfer, "notify_filing", "{\"text\":\"应当立案\"}");
        told.act("U08", transfer, "file_criminal_case", "{\"number\":\"" + number + "\"}");
    }

    String status(UUID matter) {
        return told.world.matter(matter).status();
    }

    static List<String> fields(Refusal refusal) {
        return refusal.faults().stream().map(Fault::field).toList();
    }

    static String words(List<Decision<?>> decisions) {
        return decisions.stream()
                .flatMap(d -> d.issued().stream())
                .flatMap(i -> i.content().body().stream())
                .map(Section::toString)
                .collect(Collectors.joining());
    }
}
