package cn.daxietong.tipoff;

import cn.daxietong.bench.Server;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * A thousand people tell a running demo over HTTP, each with a name, a telephone, a photo, an address on the net and a browser of their own; then
 * whoever has every right looks for them: in all tables as text, in every file of database, log of writes, attachments and output, and in a backup.
 */
public final class Canaries {
    private static final Pattern CODE = Pattern.compile("(\\d{4} ){8}\\d{4}");
    private static final int BLOCK = 16 << 20;
    private static final int LONGEST_NEEDLE = 512;

    private Canaries() {}

    /** Arguments: program folder, data folder, tellers. */
    public static void main(String[] arguments) throws Exception {
        var tellers = Integer.parseInt(arguments[2]);
        var needles = new Needles();
        // Without it a search that is blind would find nothing, too.
        var control = new Needles();
        control.add("实名举报");
        var data = Path.of(arguments[1]);
        try (var server = Server.start(arguments[0], arguments[1])) {
            var tails = new ArrayList<String>();
            for (int n = 0; n < tellers; n++) {
                tails.add(tell(server, n, needles));
                if (n % 100 == 99) {
                    System.out.printf("%d have told%n", n + 1);
                }
            }
            tables(data, needles, control, tails);
            disk(data, "the running platform", needles, control);
        }
        var backup = Files.createTempDirectory(data.toAbsolutePath().getParent(), "canary-backup");
        copy(data, backup);
        disk(backup, "the backup", needles, control);
        System.out.printf("%d tellers, nothing found%n", tellers);
    }

    /** Tells one thing and returns the last four digits of the telephone. */
    private static String tell(Server server, int n, Needles needles) throws Exception {
        var name = "韦丝雀" + (char) ('一' + 7 * n) + (char) ('丁' + 11 * n);
        var phone = "1" + (3_941_237_561L + 1_919_333L * n);
        var text = "糖厂冷库里藏着第" + (100_003 + 37 * n) + "号木箱";
        var photo = "EXIF-OWNER-CANARY-" + (70_001 + 13 * n);
        var browser = "Canary-Browser-" + (50_021 + 17 * n);
        var body = new ByteArrayOutputStream();
        part(body, "manner", "named");
        part(body, "text", text);
        part(body, "name", name);
        part(body, "contact", phone);
        part(body, "word", "暗语" + n + "号");
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + photo + ".jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n" + photo + "\r\n--b--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        var client = Flood.client(n);
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(server.origin().replace("localhost", "127.0.0.1") + "/report/new"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .header("User-Agent", browser)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
        client.close();
        var code = CODE.matcher(answer.body());
        if (answer.statusCode() != 200 || !code.find()) {
            throw new IllegalStateException("teller " + n + " was answered " + answer.statusCode());
        }
        var secrets = List.of(
                name,
                phone,
                phone.substring(3),
                text,
                photo,
                browser,
                Flood.address(n).getHostAddress(),
                code.group(),
                code.group().replace(" ", ""),
                "暗语" + n + "号");
        secrets.forEach(needles::add);
        // As PostgreSQL keeps an address: version, bits of the net, the four bytes.
        var address = Flood.address(n).getAddress();
        needles.add(new byte[] {2, 32, address[0], address[1], address[2], address[3]});
        return phone.substring(phone.length() - 4);
    }

    private static void part(ByteArrayOutputStream body, String name, String value) {
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Every table of every schema as the superuser reads it, whatever compression hides in the files. */
    private static void tables(Path data, Needles needles, Needles control, List<String> tails) throws Exception {
        var cluster = data.resolve("postgres");
        var port = Files.readAllLines(cluster.resolve("18").resolve("postmaster.pid"))
                .get(3);
        var password = Files.readString(cluster.resolve("password")).strip();
        // A masked number keeps its last four digits; a name in pinyin is how a search would keep it.
        var traces = Pattern.compile("[*＊•×xX]{2,}\\s?(" + String.join("|", tails) + ")\\b|尾号\\s?("
                + String.join("|", tails) + ")\\b|wei ?si ?que");
        var seen = false;
        var read = 0L;
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/daxietong", "postgres", password)) {
            var names = new ArrayList<String>();
            try (var rows = connection
                    .createStatement()
                    .executeQuery("select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : names) {
                var text = new ByteArrayOutputStream();
                copies.copyOut("copy (select * from " + table + ") to stdout", text);
                var bytes = text.toByteArray();
                read += bytes.length;
                nothing(needles.in(bytes), table);
                var trace = traces.matcher(new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
                nothing(trace.find() ? trace.group() : "", table);
                seen |= !control.in(bytes).isEmpty();
            }
            System.out.printf("%d tables as text, %.1f MB: nothing%n", names.size(), read / 1e6);
        }
        seen(seen);
    }

    private static void disk(Path folder, String what, Needles needles, Needles control) throws IOException {
        var seen = false;
        var read = 0L;
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        var block = new byte[BLOCK];
        for (var file : files) {
            try (var in = Files.newInputStream(file)) {
                int kept = 0;
                for (int got; (got = in.readNBytes(block, kept, BLOCK - kept)) > 0; ) {
                    nothing(needles.in(block, kept + got), file.toString());
                    seen |= !control.in(block, kept + got).isEmpty();
                    read += got;
                    // What lies across two blocks is looked at once more.
                    var next = Math.min(LONGEST_NEEDLE, kept + got);
                    System.arraycopy(block, kept + got - next, block, 0, next);
                    kept = next;
                }
            } catch (java.nio.file.NoSuchFileException gone) {
                // A log of writes that the database has just put away.
            }
        }
        seen(seen);
        System.out.printf("%s, %d files, %.1f MB: nothing%n", what, files.size(), read / 1e6);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void nothing(String found, String where) {
        if (!found.isEmpty()) {
            throw new IllegalStateException("found in " + where + ": " + found);
        }
    }

    private static void seen(boolean control) {
        if (!control) {
            throw new IllegalStateException("the search is blind: not even the title 实名举报 was found");
        }
    }
}
