package cn.daxietong.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** The database's files and the password of its owner, made at the first start and kept at every later one. */
record Cluster(Path folder, String password) {
    static final String SUPERUSER = "postgres";
    private static final String UNFINISHED = Binaries.MAJOR + ".unfinished";
    private static final int PASSWORD_BYTES = 24;

    static Cluster in(Path home, Binaries binaries, Unprivileged unprivileged) throws IOException {
        var folder = home.resolve(Binaries.MAJOR);
        var passwordFile = home.resolve("password");
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            if (!Files.exists(passwordFile)) {
                throw new CannotStart("数据库口令文件 " + passwordFile + " 不见了。", "请从备份恢复该文件（权限 600），再启动一次。");
            }
            return new Cluster(folder, Files.readString(passwordFile).strip());
        }
        var password = writePassword(passwordFile);
        // Renamed when complete, so that a first start cut short begins anew.
        var unfinished = home.resolve(UNFINISHED);
        Binaries.deleteTree(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // Again, because the new files must belong to whoever runs the server.
        Unprivileged.forFilesIn(home);
        initialize(home, passwordFile, binaries, unprivileged);
        Binaries.move(unfinished, folder);
        return new Cluster(folder, password);
    }

    private static String writePassword(Path file) throws IOException {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n");
        return password;
    }

    private static void initialize(Path home, Path passwordFile, Binaries binaries, Unprivileged unprivileged)
            throws IOException {
        var command = unprivileged.command(List.of(
                binaries.program("initdb"),
                "--pgdata=" + home.resolve(UNFINISHED),
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        var process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new CannotStart("无法在 " + home + " 建立数据库：" + said.strip(), "请确认该目录可写、磁盘有空余，再启动一次。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("建立数据库时被中断。", "请再启动一次。", e);
        }
    }
}
