package cn.daxietong.cleancopy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A folder in memory for one file, in which programs run that must neither reach the network nor go on for ever. Gone when closed. */
final class Jail implements AutoCloseable {
    private static final String NAME = "daxietong-copy-";
    private static final Pattern OWNED = Pattern.compile(Pattern.quote(NAME) + "(\\d+)-.*");
    private static final int MOST_SAID = 1 << 18;

    private final Path folder;

    private Jail(Path folder) {
        this.folder = folder;
    }

    static Jail in(Path memory) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return new Jail(
                Files.createTempDirectory(memory, NAME + ProcessHandle.current().pid() + "-", mine));
    }

    /** Removes what platforms left behind that are no longer alive. */
    static void sweep(Path memory) {
        try (var all = Files.list(memory)) {
            all.filter(Files::isWritable)
                    .filter(path -> {
                        var owner = OWNED.matcher(path.getFileName().toString());
                        return owner.matches()
                                && ProcessHandle.of(Long.parseLong(owner.group(1)))
                                        .isEmpty();
                    })
                    .forEach(Jail::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** What a program came to; nothing where it had to be stopped. */
    record Ran(int exit, List<String> said) {
        boolean well() {
            return exit == 0;
        }
    }

    Optional<Ran> run(List<String> command, Duration most) throws IOException {
        var said = file("said");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        var environment = builder.environment();
        var path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        // Nothing that the platform was started with, such as a password, is any of theirs.
        environment.clear();
        environment.putAll(Map.of(
                "PATH",
                path,
                "HOME",
                folder.toString(),
                "TMPDIR",
                folder.toString(),
                "LC_ALL",
                "C.UTF-8",
                "TZ",
                "UTC"));
        var process = builder.start();
        try {
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            return Optional.of(new Ran(process.exitValue(), lines(said)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            var all = new ArrayList<>(process.descendants().toList());
            all.add(process.toHandle());
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static List<String> lines(Path said) throws IOException {
        try (var in = Files.newInputStream(said)) {
            return new String(in.readNBytes(MOST_SAID), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Override
    public void close() {
        remove(folder);
    }

    private static void remove(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
