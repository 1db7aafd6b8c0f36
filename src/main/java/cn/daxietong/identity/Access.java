package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import org.springframework.stereotype.Component;

/** Cuts an account off from every way in at once. */
@Component
class Access {
    private final Sessions sessions;
    private final Tokens tokens;

    Access(Sessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** In the transaction under way; how many doors were shut. */
    int cutOff(AccountId account, AccountId by) {
        return sessions.endAll(account) + tokens.revokeAll(account, by.value());
    }
}
