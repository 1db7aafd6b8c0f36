package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Refusal;

/**
 * That one person takes no part any more in what a matter is about, nor in what came of it or is about it since: they neither act nor look.
 *
 * @param account who
 * @param successor who goes on in their place
 * @param why what the person is told, in Chinese, with what they can do
 */
public record Barred(AccountId account, AccountId successor, String why) {
    static Refusal refusal(String why) {
        return new Refusal(Refusal.Kind.FORBIDDEN, "barred", "您不再参与本事项", why);
    }
}
