package cn.daxietong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are started, since they refuse to run as root.
 *
 * @param prefix stands before the command; empty for an ordinary user
 */
record Unprivileged(List<String> prefix) {
    private static final List<String> NEW_USER_NAMESPACE = List.of("unshare", "-U");

    /** By way of exec, where runuser would stay in between and keep signals from the server. */
    private static final String BECOME =
            "exec setpriv --reuid=$(id -u \"$0\") --regid=$(id -g \"$0\") --clear-groups \"$@\"";

    /** The first way that works on this machine. */
    static Unprivileged forFilesIn(Path home) {
        if (!weAreRoot()) {
            return new Unprivileged(List.of());
        }
        if (succeeds(with(NEW_USER_NAMESPACE, "true"))) {
            return new Unprivileged(NEW_USER_NAMESPACE);
        }
        for (var user : List.of("postgres", "nobody")) {
            var prefix = List.of("sh", "-c", BECOME, user);
            if (succeeds(List.of("chown", "-R", user, home.toString()))
                    && succeeds(with(prefix, "test", "-w", home.toString()))) {
                return new Unprivileged(prefix);
            }
        }
        throw new CannotStart(
                "当前是 root 用户，而自带的数据库不能以 root 运行；本机既不允许 unshare -U，其他用户也进不了 " + home + "。",
                "三种办法任选其一：一、用普通用户启动本平台（如 useradd -m daxietong，再以该用户运行）；"
                        + "二、执行 sysctl -w kernel.unprivileged_userns_clone=1 user.max_user_namespaces=10000 后重试；"
                        + "三、用 --data 指到其他用户可以进入的目录，如 /var/lib/daxietong。");
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    private static boolean weAreRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static List<String> with(List<String> prefix, String... command) {
        return new Unprivileged(prefix).command(List.of(command));
    }

    private static boolean succeeds(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
