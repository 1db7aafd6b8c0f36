package cn.daxietong.organization;

import java.util.List;

/** A row that was not taken, as it was entered, and why; {@code line} is its number in the sheet. */
public record ImportRow(int line, List<String> cells, String reason) {
    public ImportRow {
        cells = List.copyOf(cells);
    }
}
