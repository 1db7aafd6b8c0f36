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
        report.note("举报日期证明：" + proof.says());
        boolean opens =
                Arrays.equals(DayProof.leaf(proof.opening()), proof.beside().leaf());
        boolean within = proof.entry().body().contains(proof.root());
        boolean dated = proof.entry().body().contains("\"day\":\"" + proof.day() + "\"");
        entry(proof, report);
        if (!opens) {
            report.fault(
                    within ? "开示值（opening）对不上：被改动，或者是另一件举报的" : "开示值（opening）与凭证（leaf）对不上，凭证也不在当日封存之内：被改动，或者是另一件举报的");
        } else if (!within) {
            report.fault("凭证（leaf）不在当日封存之内：位置（index、size、beside）或者封存记录（body）被改动");
        }
        if (!dated) {
            report.fault("日期（day）与封存记录（body）不符：被改动");
        }
        if (opens && within && dated) {
            report.good("凭证由开示值算出，在 " + proof.day() + " 的当日封存之内");
        }
        checkpoint(proof, report, trusted);
        return report;
    }

    private static void entry(DayProof proof, Report report) {
        var entry = proof.entry();
        if (Arrays.equals(entry.computed(), entry.hash())) {
            report.good("封存记录与自身的校验值相符");
        } else if (Inclusion.reached(proof.anchor(), entry.computed())) {
            report.fault("封存记录的校验值（hash）被改动");
        } else {
            report.fault("封存记录（stream、millis、suite、event、actor、unit、body）与校验值（hash）不符：被改动");
        }
    }

    private static void checkpoint(DayProof proof, Report report, Set<String> trusted) {
        var anchor = proof.anchor();
        boolean reached = Inclusion.reached(anchor, proof.entry().hash());
        boolean signed = Inclusion.signed(anchor);
        if (!signed) {
            report.fault("检查点（checkpoint）的签名（key、signature）不对：被改动");
        }
        if (!reached) {
            report.fault("封存记录不在检查点之内：位置（place、path）、校验值（hash）或者检查点（checkpoint）被改动");
        }
        if (signed && reached) {
            report.good("封存记录在第 " + anchor.id() + " 号检查点之内，可与县司法局、县检察院留存的检查点核对");
        }
        Check.key(anchor.suite(), anchor.suite().fingerprint(anchor.key()), trusted, "证明可能是别人伪造的", report);
    }
}
