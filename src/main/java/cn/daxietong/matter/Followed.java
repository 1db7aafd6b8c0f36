package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.util.UUID;

/**
 * Something happened to a matter that this one is about. A kind hears of it by a row on this action, and the followed kind need not know.
 *
 * @param event the name of the step taken there
 * @param status the code of the status it led to
 */
@Title("所涉事项有进展")
public record Followed(UUID matter, String kind, String event, String status, boolean closed, UnitId owner)
        implements Action {}
