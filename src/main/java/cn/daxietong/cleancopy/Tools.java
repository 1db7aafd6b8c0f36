package cn.daxietong.cleancopy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The machine's programs: which are there, and how one is kept from the network, from our rights and from taking all.
 *
 * @param folders where programs are looked for
 * @param isolation stands before a command; empty where the machine grants none
 */
record Tools(List<Path> folders, List<String> isolation) {
    /** Nobody's rights, a network of its own, and an end of all that it started when it ends; or at least the network. */
    private static final List<List<String>> ISOLATIONS = List.of(
            List.of("unshare", "-U", "-n", "-p", "-f", "--kill-child"),
            List.of("unshare", "-U", "-n"),
            List.of("unshare", "-r", "-n"),
            List.of("unshare", "-n"));

    private static final long MOST_WRITTEN = 1L << 30;
    private static final long MOST_MEMORY = 4L << 30;

    static Tools ofThisMachine() {
        return in(Arrays.stream(
                        System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList());
    }

    static Tools in(List<Path> folders) {
        return new Tools(
                folders, ISOLATIONS.stream().filter(Tools::works).findFirst().orElse(List.of()));
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Optional<String> find(String program) {
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    boolean isolates() {
        return !isolation.isEmpty();
    }

    /** For a program that asks for as much memory as it likes. */
    List<String> limited(List<String> command) {
        return with(List.of("--as=" + MOST_MEMORY), command);
    }

    /** For Java, which keeps its own limit and reserves more addresses than it uses. */
    List<String> java(List<String> command) {
        return with(List.of(), command);
    }

    private List<String> with(List<String> limits, List<String> command) {
        var all = new ArrayList<>(isolation);
        if (find("prlimit").isPresent()) {
            all.addAll(List.of("prlimit", "--core=0", "--cpu=600", "--fsize=" + MOST_WRITTEN));
            all.addAll(limits);
        }
        all.addAll(command);
        return all;
    }
}
