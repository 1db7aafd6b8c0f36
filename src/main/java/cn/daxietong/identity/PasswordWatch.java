package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;

/** Hears of passwords at the one moment when both are known, and of sessions that end, for whoever keeps a key under one. Nothing of it is ever stored or logged. */
public interface PasswordWatch {
    /** The owner changed it, in the transaction under way. */
    void changed(AccountId account, String before, String after);

    /** An administrator gave a new one: what lay under the old one opens no more. */
    void reset(AccountId account);

    /** Signed out, or cut off from everywhere: what is open for the account is shut. */
    void ended(AccountId account);
}
