package cn.daxietong.law;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One article of a statute, an interpretation or the notice, with the span in which it holds; the text gives its gist, the promulgated text
 * prevails.
 *
 * @param id stable, such as {@code 310.5}; what every table, clock and procedure cites
 * @param number as printed, such as 第五条; empty where it is not known
 * @param from the first day it holds, where known
 * @param until the last day it held, where repealed
 * @param note on its source, or what remains to be checked
 */
public record Article(
        String id,
        String law,
        String number,
        String text,
        @Nullable LocalDate from,
        @JsonProperty("to") @Nullable LocalDate until,
        Mark mark,
        @Nullable String note) {

    /** How it is cited in a document: 《行政处罚法》第六十条. */
    public String citation() {
        return "《" + law + "》" + number;
    }

    /** Whether it held on that day, so that conduct is judged by its own time's law (行政处罚法 第三十七条). */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    public boolean pendingReview() {
        return mark.pendingReview();
    }
}
