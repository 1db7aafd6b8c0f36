package cn.daxietong.tipoff;

import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;

/** Those who hold keys, enrolled and confirmed, for tests. */
public record Holders(Viewer duty, Viewer custodian, Viewer prosecutor, Viewer justice) {
    public static Holders enrol(Officers officers, TestAccounts accounts) {
        var prosecutor = accounts.some("U05", Post.HEAD);
        var justice = accounts.some("U09", Post.HEAD);
        var duty = accounts.some("OFFICE", Post.HANDLER);
        var custodian = accounts.some("U09", Post.HANDLER);
        for (var holder : new Viewer[] {prosecutor, justice, duty, custodian}) {
            officers.enrol(holder, TestAccounts.PASSWORD);
        }
        for (var holder : new Viewer[] {justice, duty, custodian}) {
            officers.confirm(prosecutor, holder.account());
        }
        return new Holders(duty, custodian, prosecutor, justice);
    }
}
