package cn.daxietong.verifier;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people read for the entries that a bag carries, as the platform called them when it sealed the bag. It proves nothing and is listed like any
 * other file; a bag that was sealed before there was one shows the ledger's own names.
 *
 * @param titles by stream and event
 */
public record EntryTitles(Map<String, String> titles) {
    static final EntryTitles NONE = new EntryTitles(Map.of());

    private static final String HEAD = "daxietong-titles 1";
    private static final int COLUMNS = 3;

    public static String key(String stream, String event) {
        return stream + "\t" + event;
    }

    public byte[] bytes() {
        var text = new StringBuilder(HEAD).append('\n');
        titles.forEach(
                (key, title) -> text.append(key).append('\t').append(title).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What of it can be read; whatever else it says is passed over, since a later platform may say more. */
    static EntryTitles read(byte[] bytes) {
        var titles = new LinkedHashMap<String, String>();
        for (var row : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            var cells = row.split("\t", COLUMNS);
            if (cells.length == COLUMNS && !cells[2].isBlank()) {
                titles.put(key(cells[0], cells[1]), cells[2]);
            }
        }
        return new EntryTitles(titles);
    }

    /** 第 3 条记录（发出移送）. */
    String of(LedgerExcerpt.Line line) {
        return "第 " + line.version() + " 条记录（" + titles.getOrDefault(key(line.stream(), line.event()), line.event())
                + "）";
    }
}
