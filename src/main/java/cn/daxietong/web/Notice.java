package cn.daxietong.web;

import cn.daxietong.shared.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an error page shows. */
public record Notice(
        int status,
        String title,
        String detail,
        List<Fault> faults,
        @Nullable String reference,
        boolean retryable) {
    static Notice of(Failure failure) {
        return new Notice(
                failure.status(),
                failure.title(),
                failure.detail(),
                failure.faults(),
                failure.reference(),
                failure.retryable());
    }
}
