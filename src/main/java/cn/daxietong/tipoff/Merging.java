package cn.daxietong.tipoff;

import cn.daxietong.matter.Matter;
import java.util.Comparator;

/** Which of two tip-offs about the same came first, and what bars taking a merging back. */
final class Merging {
    /** Only the day of telling is kept, so within a day the number decides; the series of a year has no gaps. */
    private static final Comparator<Matter<?>> AS_RECEIVED = Comparator.<Matter<?>, java.time.LocalDate>comparing(
                    m -> state(m).filedOn())
            .thenComparing(m -> m.number().length())
            .thenComparing(Matter::number);

    private Merging() {}

    /** Whether the other came before this one and goes on by itself. */
    static boolean isEarlier(Matter<?> other, Matter<Tip> tip) {
        return other.state() instanceof Tip
                && !other.status().equals(TipStatus.MERGED.code())
                && AS_RECEIVED.compare(other, tip) < 0;
    }

    /** What proved true is done with by a reward, or by a reason why there is none. */
    static boolean wasRewarded(Matter<Tip> tip) {
        return tip.status().equals(TipStatus.ANSWERED.code())
                && tip.state().afterAnswer() == TipStatus.TO_REWARD
                && tip.state().unrewarded() == null;
    }

    private static Tip state(Matter<?> matter) {
        return (Tip) matter.state();
    }
}
