package cn.daxietong.tipoff;

import cn.daxietong.web.Item;
import java.util.List;

/**
 * The counts of one month.
 *
 * @param month empty while none has been published
 * @param months all that can be chosen, newest first
 */
public record CountsPage(String month, List<String> months, List<Table> tables) {
    /** One table. */
    public record Table(String heading, List<Item> cells) {}
}
