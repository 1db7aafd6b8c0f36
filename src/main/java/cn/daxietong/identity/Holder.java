package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;

/** Who may be chosen for something: an account that holds a post now. */
public record Holder(AccountId account, String name, UnitId unit, Post post, boolean acting) {}
