package cn.daxietong.identity;

import org.jspecify.annotations.Nullable;

/** A browser as its owner would call it, so that a strange session in the list is noticed. */
final class Browser {
    private Browser() {}

    static String of(@Nullable String agent) {
        if (agent == null || agent.isBlank()) {
            return "未知程序";
        }
        return system(agent) + " · " + program(agent);
    }

    private static String system(String agent) {
        if (agent.contains("Android")) {
            return "安卓手机";
        }
        if (agent.contains("iPhone") || agent.contains("iPad")) {
            return "苹果手机或平板";
        }
        if (agent.contains("Windows")) {
            return "Windows 电脑";
        }
        return agent.contains("Linux") ? "Linux 电脑" : "其他设备";
    }

    private static String program(String agent) {
        if (agent.contains("MicroMessenger")) {
            return "微信";
        }
        if (agent.contains("Edg/")) {
            return "Edge";
        }
        if (agent.contains("Firefox/")) {
            return "火狐";
        }
        return agent.contains("Chrome/") ? "Chrome 内核浏览器" : "其他浏览器";
    }
}
