package cn.daxietong.identity;

import cn.daxietong.web.Badge;

/** An account in an administrator's list. */
public record AccountRow(String username, String name, String posts, Badge state) {}
