package cn.daxietong.cleancopy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Another Java on the same classes, small and without network, in which bytes of strangers are read (ADR 0020). */
final class Child {
    private static final Duration MOST = Duration.ofSeconds(90);
    private static final List<String> OPTIONS = List.of(
            "-Xmx768m",
            "-Xss1m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            // So that a document cannot have its say about what Java itself reads.
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

    private final Tools tools;

    Child(Tools tools) {
        this.tools = tools;
    }

    /** Looks at the file {@code in} of the jail and cleans it to {@code out}, or says why not, or what must be done before. */
    Verdict clean(Jail jail, Path in, Path out) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + jail.file("."));
        command.add("-Duser.home=" + jail.file("."));
        command.add("-Dpdfbox.fontcache=" + jail.file("."));
        command.addAll(program());
        command.add(in.toString());
        command.add(out.toString());
        return jail.run(tools.java(command), MOST)
                .filter(Jail.Ran::well)
                .map(ran -> Verdict.read(ran.said()))
                .orElseGet(() -> Verdict.held(Hold.LIMITS));
    }

    /** As the platform itself was started: from its one jar, or in development from folders. */
    private static List<String> program() {
        var classes = System.getProperty("java.class.path");
        var main = Cleaner.class.getName();
        return Cleaner.class.getResource("Cleaner.class").getProtocol().equals("jar")
                        && !classes.contains(java.io.File.pathSeparator)
                ? List.of(
                        "-cp",
                        Path.of(classes).toAbsolutePath().toString(),
                        "-Dloader.main=" + main,
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", absolute(classes), main);
    }

    private static String absolute(String classes) {
        var all = new ArrayList<String>();
        for (var one : classes.split(java.io.File.pathSeparator)) {
            all.add(Path.of(one).toAbsolutePath().toString());
        }
        return String.join(java.io.File.pathSeparator, all);
    }
}
