package cn.daxietong.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The stand-alone program: one jar, no network, no platform. Says in Chinese whether a bag, or a teller's proof, is what was sealed, and what was changed. */
public final class Verifier {
    private static final int SOUND = 0;
    private static final int ALTERED = 1;
    private static final int NOT_CHECKED = 2;
    private static final String USAGE = """
            用法：java -jar daxietong-verifier.jar 移送袋.asice [回执.txt] [--key 签名密钥指纹]……
                  java -jar daxietong-verifier.jar 举报日期证明.txt [--key 签名密钥指纹]
                  java -jar daxietong-verifier.jar --page 核验.html    写出用浏览器核验的网页，可放在 U 盘上
            指纹可只写前 16 位以上；不写时请按屏幕所示自行核对。
            """;

    private Verifier() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    /** @return 0 where everything fits, 1 where something was altered, 2 where it could not be checked */
    public static int run(String[] arguments, PrintStream out) {
        Set<String> keys = new HashSet<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--key" -> keys.add(i + 1 < arguments.length ? plain(arguments[++i]) : "");
                case "--page" -> {
                    return page(i + 1 < arguments.length ? Path.of(arguments[i + 1]) : Path.of("核验.html"), out);
                }
                default -> files.add(Path.of(arguments[i]));
            }
        }
        if (keys.stream().anyMatch(k -> k.length() < 16)) {
            out.println("✗ --key 后面要写签名密钥指纹，至少前 16 位十六进制数字。");
            return NOT_CHECKED;
        }
        if (files.isEmpty() || files.size() > 2) {
            out.print(USAGE);
            return NOT_CHECKED;
        }
        return check(files, keys, out);
    }

    private static String plain(String fingerprint) {
        return fingerprint.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
    }

    private static int check(List<Path> files, Set<String> keys, PrintStream out) {
        for (var file : files) {
            if (!Files.isRegularFile(file)) {
                out.println("✗ 没有这个文件：" + file);
                return NOT_CHECKED;
            }
        }
        try {
            var dated = DayCheck.isOne(files.getFirst());
            var report = dated
                    ? DayCheck.run(files.getFirst(), keys)
                    : Check.run(files.getFirst(), files.size() > 1 ? files.get(1) : null, keys);
            report.lines().forEach(out::println);
            var passed = dated ? "✓ 通过：举报日期证明有效，没有被改动。" : "✓ 通过：袋内文件、次序、签名都没有被改动。";
            out.println(report.sound() ? passed : "✗ 未通过：发现 " + report.faultCount() + " 处问题。");
            return report.sound() ? SOUND : ALTERED;
        } catch (Unfit e) {
            out.println("✗ " + e.sentence());
            out.println(e.foreign() ? "✗ 没有核验。" : "✗ 未通过。");
            return e.foreign() ? NOT_CHECKED : ALTERED;
        } catch (IOException | UncheckedIOException e) {
            out.println("✗ 文件读取失败，没有核验：" + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private static int page(Path target, PrintStream out) {
        try {
            Files.write(target, VerifierPage.bytes());
            out.println("已写出 " + target.toAbsolutePath() + "，用浏览器打开即可核验。");
            return SOUND;
        } catch (IOException e) {
            out.println("✗ 写不出 " + target + "：" + e.getMessage());
            return NOT_CHECKED;
        }
    }
}
