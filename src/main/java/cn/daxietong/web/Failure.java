package cn.daxietong.web;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something that went wrong is told, whether as a page or as problem JSON.
 *
 * @param reference what a person quotes to the operators, who find the cause beside it in the log; only where the fault is ours
 */
record Failure(
        int status,
        String code,
        String title,
        String detail,
        List<Fault> faults,
        @Nullable String reference) {
    static Failure of(Refusal refusal) {
        return new Failure(
                refusal.kind().status(), refusal.code(), refusal.title(), refusal.detail(), refusal.faults(), null);
    }

    static Failure plain(int status, String code, String title, String detail) {
        return new Failure(status, code, title, detail, List.of(), null);
    }

    boolean retryable() {
        return status == 503;
    }
}
