package cn.daxietong.exhibit;

import java.util.List;
import java.util.UUID;

/**
 * What the page of a stocktaking shows.
 *
 * @param counted how many of the {@code expected} have been found
 * @param counting whether it is still under way
 */
public record CountingSheet(
        UUID id, String number, String place, long counted, long expected, boolean counting, List<Row> rows) {

    /** A line of the list. */
    public record Row(String code, String words, String result, String counted, boolean open, boolean differs) {}

    /** What was typed and is still to be mended. */
    public record Typed(String code, String quantity, String note) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    public List<Row> open() {
        return rows.stream().filter(Row::open).toList();
    }

    public List<Row> seen() {
        return rows.stream().filter(r -> !r.open()).toList();
    }
}
