package cn.daxietong.web;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many lines a page of the interface has (api.md: {@code limit}). */
public final class PageSize {
    private static final int MOST = 200;

    private PageSize() {}

    /**
     * The number asked for.
     *
     * @param usual where none is
     * @throws Refusal {@code invalid_fields} where it is no number, or none from 1 to 200
     */
    public static int of(@Nullable String text, int usual) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            var limit = Integer.parseInt(text.strip());
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, in one sentence for both faults.
        }
        throw Refusal.invalid(List.of(new Fault("limit", "range", "每页条数应为 1 至 " + MOST + " 的整数")));
    }
}
