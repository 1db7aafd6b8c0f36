package cn.daxietong.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** Checks a teller's proof of the day from the file alone, link by link, so that it can say which link does not hold. */
final class DayCheck {
    private static final int LONGEST = 1 << 16;
    private static final String HEAD = "daxietong-day-proof";

    private DayCheck() {}

    /** Told from a bag by its first line, or by its second where the first was altered. */
    static boolean isOne(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            return false;
        }
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return text.startsWith(HEAD) || text.contains("\nopening: ");
    }

    /** @throws Unfit where it is of a newer version, or a line of it cannot be read */
    static Report run(Path file, Set<String> trusted) throws IOException {
        var bytes = Files.readAllBytes(file);
        var first = new String(bytes, StandardCharsets.UTF_8).split("\n", 2)[0];
        if (!first.equals(DayProof.HEAD)) {
            throw first.matches(HEAD + " [0-9]{1,4}")
                    ? Unfit.foreign("这份举报日期证明的格式比本核验程序新，无法判断。请向平台索取新版核验程序后再核验。")
                    : Unfit.altered("举报日期证明的第一行（格式）被改动。");
        }
        return run(DayProof.read(bytes), trusted);
    }

    private static Report run(DayProof proof, Set<String> trusted) {
        var report = new Report();
        report.note("持有这份文件的人在 " + proof.day() + " 向平台提交了一件举报；文件里没有举报的内容和编号，也看不出举报人是谁");
        boolean opens =
                Arrays.equals(DayProof.leaf(proof.opening()), proof.beside().leaf());
        boolean within = proof.entry().body().contains(proof.root());
        boolean dated = proof.entry().body().contains("\"day\":\"" + proof.day() + "\"");
        entry(proof, report);
        if (!opens) {
            report.fault(
                    within
                            ? "证明里的个人凭据对不上：被改动，或者是另一件举报的（opening 一行）"
                            : "证明里的个人凭据对不上，也不在当天的封存记录里：被改动，或者是另一件举报的（opening、leaf 两行）");
        } else if (!within) {
            report.fault("这件举报不在当天的封存记录里：证明被改动（leaf、index、size、beside、body 各行）");
        }
        if (!dated) {
            report.fault("证明上的日期与封存记录不符：被改动（day、body 两行）");
        }
        if (opens && within && dated) {
            report.good("这件举报确实在 " + proof.day() + " 当天的封存记录里");
        }
        checkpoint(proof, report, trusted);
        return report;
    }

    private static void entry(DayProof proof, Report report) {
        var entry = proof.entry();
        if (Arrays.equals(entry.computed(), entry.hash())) {
            report.good("平台当天的封存记录完好，没有被改动");
        } else if (Inclusion.reached(proof.anchor(), entry.computed())) {
            report.fault("封存记录的校验值被改动（hash 一行）");
        } else {
            report.fault("封存记录被改动（stream、millis、suite、event、actor、unit、body 各行与 hash 一行对不上）");
        }
    }

    private static void checkpoint(DayProof proof, Report report, Set<String> trusted) {
        var anchor = proof.anchor();
        boolean reached = Inclusion.reached(anchor, proof.entry().hash());
        boolean signed = Inclusion.signed(anchor);
        if (!signed) {
            report.fault("平台的签名对不上：被改动（checkpoint、key、signature 各行）");
        }
        if (!reached) {
            report.fault("封存记录不在平台签过名的总账里：被改动（place、path、hash、checkpoint 各行）");
        }
        if (signed && reached) {
            report.good("封存记录在平台签过名的总账里（第 " + anchor.id() + " 号检查点），县司法局、县检察院留有同一份，可以请他们核对");
        }
        Check.key(anchor.suite(), anchor.suite().fingerprint(anchor.key()), trusted, "证明可能是别人伪造的", report);
    }
}
