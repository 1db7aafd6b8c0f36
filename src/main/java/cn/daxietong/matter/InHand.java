package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.List;

/** A state that names officers: the to-dos of their units are put into their hands, while the duty stays the unit's and its head sees it. */
public interface InHand {
    /** At most one officer of each unit. */
    List<Held> hands();

    /** @param since when the officer was named; whatever the unit arranged among itself later stands */
    record Held(UnitId unit, AccountId officer, Instant since) {}
}
