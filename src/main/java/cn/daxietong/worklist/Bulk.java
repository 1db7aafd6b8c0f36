package cn.daxietong.worklist;

import cn.daxietong.identity.Holder;
import cn.daxietong.web.Option;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What may be done with the to-dos that are ticked.
 *
 * @param colleagues to whom they may be given
 * @param tomorrow the first day to which they may be put off
 */
public record Bulk(List<Option> colleagues, String tomorrow) {
    static Bulk of(ZonedDateTime now, List<Holder> colleagues) {
        return new Bulk(
                colleagues.stream()
                        .map(holder -> new Option(
                                holder.account().value(),
                                holder.name() + "（" + holder.post().title() + "）"))
                        .toList(),
                now.toLocalDate().plusDays(1).toString());
    }
}
