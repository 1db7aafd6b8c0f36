package cn.daxietong.tipoff;

import cn.daxietong.matter.Fields;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the public's pages show. */
public final class ReportPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日");

    private ReportPage() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The form as it was filled in. */
    public record Form(
            String manner,
            String text,
            String place,
            String goods,
            String name,
            String contact,
            String word,
            List<Sent> sent,
            String about,
            String via,
            String ticket) {
        static Form of(TipForm form) {
            return new Form(
                    form.manner(),
                    form.text(),
                    form.place(),
                    form.goods(),
                    form.identity().name(),
                    form.identity().contact(),
                    form.word(),
                    form.files().stream().map(Sent::of).toList(),
                    form.about(),
                    form.via(),
                    form.ticket());
        }
    }

    /** A file that has arrived; {@code value} names it when the form is sent again. */
    public record Sent(String name, String value) {
        static Sent of(TellersFile file) {
            return new Sent(file.name(), file.id() + ":" + file.key() + ":" + file.size() + ":" + file.name());
        }
    }

    /**
     * How a tip-off stands, in plain words.
     *
     * @param result empty until there is one
     * @param filedOn 2026 年 11 月 26 日
     * @param provable whether the proof of the day can be taken away
     */
    public record Standing(String title, String sentence, String result, String filedOn, boolean provable) {
        static Standing of(Filing.Standing s, boolean provable) {
            var ground = s.ground();
            var outcome = s.outcome();
            return new Standing(
                    s.status().title(),
                    s.status().forTheTeller() + (s.extended() && s.outcome() == null ? "办理期限经批准延长了三十日。" : ""),
                    ground != null
                            ? "理由：" + Fields.titleOf(ground)
                            : outcome != null ? "核查结果：" + Fields.titleOf(outcome) : "",
                    day(s.filedOn()),
                    provable);
        }
    }

    /** One letter of those to and fro. */
    public record Letter(String who, String on, String text) {
        static Letter of(Envelopes.Letter letter) {
            return new Letter(
                    letter.compartment() == Compartment.QUESTION ? "值班人员" : "您",
                    letter.on().toString(),
                    letter.told().text());
        }
    }
}
