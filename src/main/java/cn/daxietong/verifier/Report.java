package cn.daxietong.verifier;

import java.util.ArrayList;
import java.util.List;

/** What was found, in the order in which it was looked at. */
public final class Report {
    private static final int ENOUGH = 200;

    private final List<Line> lines = new ArrayList<>();
    private int faults;

    /** What a line is. */
    public enum Kind {
        GOOD("✓"),
        /** To be known, without being a fault. */
        NOTE("·"),
        FAULT("✗");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    public record Line(Kind kind, String sentence) {
        @Override
        public String toString() {
            return kind.sign + " " + sentence;
        }
    }

    void good(String sentence) {
        lines.add(new Line(Kind.GOOD, sentence));
    }

    void note(String sentence) {
        lines.add(new Line(Kind.NOTE, sentence));
    }

    void fault(String sentence) {
        faults++;
        if (faults <= ENOUGH) {
            lines.add(new Line(Kind.FAULT, sentence));
        }
    }

    public boolean sound() {
        return faults == 0;
    }

    int faultCount() {
        return faults;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public List<String> faults() {
        return lines.stream()
                .filter(l -> l.kind() == Kind.FAULT)
                .map(Line::sentence)
                .toList();
    }
}
