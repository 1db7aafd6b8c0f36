package cn.daxietong.tipoff;

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

    /** How a tip-off stands, in plain words. */
    public record Standing(String title, String sentence, String filedOn, String commitment) {
        static Standing of(Filing.Standing s) {
            return new Standing(
                    s.status().title(), s.status().forTheTeller(), s.filedOn().toString(), s.commitment());
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
