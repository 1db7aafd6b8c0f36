package cn.daxietong.tipoff;

import cn.daxietong.matter.Fields;
import java.util.List;

/** What the public's pages show. */
public final class ReportPage {
    private ReportPage() {}

    /** The form as it was filled in. */
    public record Form(
            String manner,
            String text,
            String place,
            String goods,
            String name,
            String contact,
            String word,
            List<Sent> sent) {
        static Form of(TipForm form) {
            return new Form(
                    form.manner(),
                    form.text(),
                    form.place(),
                    form.goods(),
                    form.identity().name(),
                    form.identity().contact(),
                    form.word(),
                    form.files().stream().map(Sent::of).toList());
        }
    }

    /** A file that has arrived; {@code value} names it when the form is sent again. */
    public record Sent(String name, String value) {
        static Sent of(TellersFile file) {
            return new Sent(file.name(), file.id() + ":" + file.key() + ":" + file.size() + ":" + file.name());
        }
    }

    /** How a tip-off stands, in plain words; {@code result} is empty until there is one. */
    public record Standing(String title, String sentence, String result, String filedOn, String commitment) {
        static Standing of(Filing.Standing s) {
            var ground = s.ground();
            var outcome = s.outcome();
            return new Standing(
                    s.status().title(),
                    s.status().forTheTeller(),
                    ground != null
                            ? "理由：" + Fields.titleOf(ground)
                            : outcome != null ? "核查结果：" + Fields.titleOf(outcome) : "",
                    s.filedOn().toString(),
                    s.commitment());
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
