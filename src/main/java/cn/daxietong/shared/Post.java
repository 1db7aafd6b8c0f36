package cn.daxietong.shared;

import java.util.Locale;

/** The post in which somebody acts; the last three are 三员, who administer and never read content (GB/T 22239 8.1.4). */
public enum Post {
    HANDLER("经办人"),
    HEAD("正职负责人"),
    UNIT_ADMIN("单位管理员"),
    SYSTEM_ADMIN("系统管理员"),
    SECURITY_ADMIN("安全管理员"),
    AUDIT_ADMIN("审计管理员");

    private final String title;

    Post(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** As it stands in the API and in CSV files: lower_snake_case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this post may read and act on matters at all. */
    public boolean worksOnMatters() {
        return this == HANDLER || this == HEAD;
    }
}
