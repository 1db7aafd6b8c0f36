package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;

/** Hears of passwords at the one moment when both are known, for whoever keeps a key under one. Nothing of it is ever stored or logged. */
public interface PasswordWatch {
    /** The owner changed it, in the transaction under way. */
    void changed(AccountId account, String before, String after);

    /** An administrator gave a new one: what lay under the old one opens no more. */
    void reset(AccountId account);
}
