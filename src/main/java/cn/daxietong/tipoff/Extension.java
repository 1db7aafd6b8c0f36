package cn.daxietong.tipoff;

import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.DocumentTemplate;
import cn.daxietong.matter.Letter;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.RunningClock;
import cn.daxietong.matter.StepListener;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The thirty days by which the sixty can be lengthened (信访工作条例): once, while they run, with a letter that the file keeps and the teller reads. */
@Component
final class Extension implements StepListener {
    static final String USUAL = "petition.close";
    static final String EXTENDED = "petition.close.extended";

    static final Condition<Tip, Action> POSSIBLE = Condition.matter(
            "not_extendable", "petition.extend", "没有正在计算的办结期限，或者期限已过、已经延长过一次", (tip, scene) -> tip.clocks().stream()
                    .anyMatch(c -> c.clock().equals(USUAL) && c.runs() && !c.late(scene.now())));

    /** Without the tip-off's number, which the teller does not know and nobody who finds the letter shall. */
    static final DocumentTemplate<Tip> NOTICE = new Letter<>(
            "tipoff_extension", "延长办理期限告知书", null, tip -> UnitId.OFFICE, (letter, tip, scene) -> letter.to("举报人")
                    .paragraph(words(tip)));

    private final ToTheTeller teller;

    Extension(ToTheTeller teller) {
        this.teller = teller;
    }

    @Override
    public void taken(JdbcClient db, Matter<?> after, String event) {
        if (after.state() instanceof Tip && event.equals("extend_time")) {
            teller.write(
                    db,
                    after.id(),
                    "延长办理期限告知书\n" + words(after),
                    after.updatedAt().atZone(Filing.ZONE).toLocalDate());
        }
    }

    private static String words(Matter<?> matter) {
        var tip = (Tip) matter.state();
        return "您的举报因“" + tip.extension() + "”，不能在受理之日起六十日内办结。经指挥部办公室负责人批准，延长三十日，最迟于" + Letter.day(until(matter))
                + "前办结并答复您（《信访工作条例》）。";
    }

    private static Instant until(Matter<?> matter) {
        return matter.clocks().stream()
                .filter(c -> c.clock().equals(EXTENDED))
                .map(RunningClock::dueAt)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
