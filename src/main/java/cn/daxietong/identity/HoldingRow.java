package cn.daxietong.identity;

import cn.daxietong.web.Badge;
import java.util.UUID;

/**
 * A holding in words.
 *
 * @param here whether the reader acts in it now
 * @param mayConfirm whether the reader is the second administrator whom it waits for
 */
public record HoldingRow(
        UUID id,
        String account,
        String name,
        String unit,
        String post,
        String span,
        String ground,
        Badge state,
        boolean usable,
        boolean here,
        boolean mayEnd,
        boolean mayConfirm) {}
