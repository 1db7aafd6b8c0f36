package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Cuts an account off from every way in at once. */
@Component
class Access {
    private final Sessions sessions;
    private final Tokens tokens;
    private final ObjectProvider<PasswordWatch> watches;

    Access(Sessions sessions, Tokens tokens, ObjectProvider<PasswordWatch> watches) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.watches = watches;
    }

    /** The owner leaves by the door. */
    void signedOut(AccountId account) {
        watches.forEach(watch -> watch.ended(account));
    }

    /** In the transaction under way; how many doors were shut. */
    int cutOff(AccountId account, AccountId by) {
        signedOut(account);
        return sessions.endAll(account) + tokens.revokeAll(account, by.value());
    }
}
