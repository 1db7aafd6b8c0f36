package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks a person who is signed in for the password once more; too many wrong ones lock the account as at the door. */
@Component
public final class PasswordCheck {
    private final SignIn signIn;

    PasswordCheck(SignIn signIn) {
        this.signIn = signIn;
    }

    /** Empty where it is the right one. */
    public List<Fault> faults(AccountId account, String password) {
        return signIn.confirm(account, password);
    }
}
