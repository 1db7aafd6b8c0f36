package cn.daxietong.bag;

import cn.daxietong.matter.Matter;
import cn.daxietong.matter.StepListener;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes, with the step, that a bag or a receipt comes from it. */
@Component
final class Handovers implements StepListener {
    static final String RECEIPT = "sign_receipt";
    private static final String TRANSFER = "transfer";
    /** After each of these the receiver holds something that it did not hold before. */
    private static final Set<String> HANDS_OVER = Set.of("send", "forward", "supplement");

    @Override
    public void taken(JdbcClient db, Matter<?> after, String event) {
        if (after.kind().equals(TRANSFER) && (HANDS_OVER.contains(event) || event.equals(RECEIPT))) {
            after.withRole("receiver")
                    .ifPresent(receiver -> BagStore.note(
                            db,
                            new BagStore.Due(
                                    after.id(), after.version(), event, receiver, after.number(), after.updatedAt())));
        }
    }
}
