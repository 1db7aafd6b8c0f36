package cn.daxietong.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Checks one bag, and the receipt that goes with it, from the file alone; streams, however large the bag is. */
public final class Check {
    private static final long MOST_OF_A_RECEIPT = 1 << 16;
    private static final int SHORTEST_KEY = 16;

    private final BagFile bag;
    private final Set<String> trusted;
    private final Report report;
    private final Map<Suite, Manifest> manifests = new EnumMap<>(Suite.class);
    private final Map<Suite, byte[]> spelled = new EnumMap<>(Suite.class);

    private Check(BagFile bag, Set<String> trusted, Report report) {
        this.bag = bag;
        this.trusted = trusted;
        this.report = report;
    }

    /**
     * @param receipt null where there is none to check
     * @param trusted fingerprints of keys, or at least their first 16 digits; empty where the reader compares by eye
     * @throws Unfit where the file cannot be gone on with
     */
    public static Report run(Path file, @org.jspecify.annotations.Nullable Path receipt, Set<String> trusted)
            throws IOException {
        var report = new Report();
        try (var bag = BagFile.open(file)) {
            var check = new Check(bag, trusted, report);
            if (check.manifests()) {
                check.contents();
                check.ledger();
                check.stamp();
                check.keys();
                if (receipt != null) {
                    check.receipt(receipt);
                }
            }
        }
        return report;
    }

    // ---- the manifests and the signatures over them

    private boolean manifests() throws IOException {
        for (var suite : Suite.values()) {
            var name = Names.manifest(suite);
            var item = bag.find(name).orElse(null);
            if (item == null) {
                report.fault("缺少清单“" + name + "”，无法继续核验");
                return false;
            }
            var bytes = bag.read(item);
            spelled.put(suite, bytes);
            try {
                manifests.put(suite, Manifest.read(suite, bytes));
            } catch (RuntimeException e) {
                report.fault("清单“" + name + "”被改动，已不可读");
            }
            signature(name, suite, bytes, suite.title() + " 清单");
        }
        if (manifests.size() < Suite.values().length) {
            return false;
        }
        var first = manifest(Suite.SM);
        var second = manifest(Suite.INTL);
        if (!names(first).equals(names(second)) || !first.about().equals(second.about())) {
            report.fault("两份清单所列的文件不一致，清单被改动");
        }
        var about = first.about();
        report.note("移送袋：" + about.getOrDefault("kind", "") + " " + about.getOrDefault("number", "") + "《"
                + about.getOrDefault("title", "") + "》，" + about.getOrDefault("sender", "") + "发，"
                + about.getOrDefault("receiver", "") + "收，封装于 " + about.getOrDefault("sealed_at", ""));
        return true;
    }

    private Manifest manifest(Suite suite) {
        return java.util.Objects.requireNonNull(manifests.get(suite));
    }

    private static List<String> names(Manifest manifest) {
        return manifest.files().stream().map(f -> f.name() + "|" + f.title()).toList();
    }

    private void signature(String of, Suite suite, byte[] content, String title) throws IOException {
        var name = Names.signature(of, suite);
        var item = bag.find(name).orElse(null);
        if (item == null) {
            report.fault("缺少" + title + "的签名“" + name + "”");
            return;
        }
        Sealing sealing;
        try {
            sealing = Sealing.read(bag.read(item));
        } catch (IllegalArgumentException e) {
            report.fault(title + "的签名“" + name + "”被改动，已不可读");
            return;
        }
        if (!sealing.fits(of, suite, content)) {
            report.fault(title + "的签名不对：清单或签名被改动");
        } else if (manifests.containsKey(suite)
                && !sealing.fingerprint().equals(manifest(suite).signers().get(suite))) {
            report.fault(title + "的签名密钥不是清单所列的那一把：签名被调换");
        } else {
            report.good(title + "的签名有效");
        }
    }

    // ---- every file that the manifests list

    private void contents() throws IOException {
        var listed = manifest(Suite.SM).files();
        var frame = Names.frame(bag.find(Names.STAMP).isPresent());
        var expected = new ArrayList<>(frame);
        listed.forEach(f -> expected.add(f.name()));
        var found = bag.items().stream().map(BagFile.Item::name).toList();
        order(expected, found, listed);
        for (var name : frame) {
            bag.find(name).ifPresent(this::frameCheckSum);
        }
        int before = report.faultCount();
        var second = manifest(Suite.INTL).files().stream()
                .collect(Collectors.toMap(Manifest.Listed::name, Function.identity(), (a, b) -> a));
        long bytes = 0;
        for (var file : listed) {
            var item = bag.find(file.name()).orElse(null);
            var other = second.get(file.name());
            if (item != null && other != null) {
                content(item, file, other);
                bytes += item.size();
            }
        }
        if (report.faultCount() == before) {
            report.good("袋内 " + listed.size() + " 个文件（%,d 字节）与两份清单逐一相符".formatted(bytes));
        }
    }

    private void frameCheckSum(BagFile.Item item) {
        try {
            if (!bag.checkSumFits(item)) {
                report.fault("“" + item.name() + "”与其文件头中的校验和不符，袋被改动");
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void order(List<String> expected, List<String> found, List<Manifest.Listed> listed) {
        var titles =
                listed.stream().collect(Collectors.toMap(Manifest.Listed::name, Manifest.Listed::title, (a, b) -> a));
        var is = new HashSet<>(found);
        var should = new HashSet<>(expected);
        expected.stream()
                .filter(name -> !is.contains(name))
                .forEach(name -> report.fault("缺少“" + titles.getOrDefault(name, name) + "”（" + name + "）：被抽走"));
        found.stream()
                .filter(name -> !should.contains(name))
                .forEach(name -> report.fault("多出“" + name + "”：清单上没有，是后来放入的"));
        var common = expected.stream().filter(is::contains).toList();
        var now = found.stream().filter(should::contains).toList();
        for (int i = 0; i < Math.min(common.size(), now.size()); i++) {
            if (!common.get(i).equals(now.get(i))) {
                report.fault("文件的次序被调换：第 " + (i + 1) + " 个应为“"
                        + titles.getOrDefault(common.get(i), common.get(i)) + "”，现为“"
                        + titles.getOrDefault(now.get(i), now.get(i)) + "”");
                return;
            }
        }
    }

    private void content(BagFile.Item item, Manifest.Listed sm, Manifest.Listed intl) throws IOException {
        var crc = new CRC32();
        var first = Suite.SM.digest();
        var second = Suite.INTL.digest();
        bag.stream(item, 0, item.size(), (bytes, length) -> {
            crc.update(bytes, 0, length);
            first.update(bytes, 0, length);
            second.update(bytes, 0, length);
        });
        var fitsFirst = Arrays.equals(first.done(), sm.digest());
        var fitsSecond = Arrays.equals(second.done(), intl.digest());
        if (!fitsFirst || !fitsSecond) {
            var change = fitsFirst == fitsSecond ? new Pages(bag, Suite.INTL).change(item, intl) : "只与一份清单相符：清单被改动";
            report.fault("“" + sm.title() + "”（" + item.name() + "）" + change);
        } else if (crc.getValue() != item.stored().crc()) {
            report.fault("“" + sm.title() + "”（" + item.name() + "）的内容未变，但文件头中的校验和被改动");
        }
    }

    // ---- the ledger, the time stamp

    private void ledger() throws IOException {
        var item = bag.find(Names.LEDGER).orElse(null);
        var proof = bag.find(Names.PROOF).orElse(null);
        if (item == null
                && manifest(Suite.SM).files().stream().noneMatch(f -> f.name().equals(Names.LEDGER))) {
            report.note("袋内没有账本摘录，不能与账本核对");
        }
        if (item == null || proof == null) {
            return; // named by order()
        }
        try {
            int before = report.faultCount();
            var excerpt = LedgerExcerpt.read(bag.read(item));
            var titles = titles();
            excerpt.check(titles, report::fault);
            if (report.faultCount() == before) {
                report.good("账本摘录 " + excerpt.size() + " 条记录首尾相接，校验值无误");
            }
            inclusions(excerpt, titles, Inclusion.read(bag.read(proof)));
        } catch (RuntimeException e) {
            report.fault("账本摘录或者存在证明被改动，已不可读");
        }
    }

    private EntryTitles titles() throws IOException {
        var item = bag.find(Names.TITLES).orElse(null);
        return item == null ? EntryTitles.NONE : EntryTitles.read(bag.read(item));
    }

    private void inclusions(LedgerExcerpt excerpt, EntryTitles titles, List<Inclusion> inclusions) {
        var ends = excerpt.ends();
        if (inclusions.size() != ends.size()) {
            report.fault("存在证明与账本摘录的事项不一致");
        }
        for (var inclusion : inclusions) {
            var end = ends.get(inclusion.stream());
            var anchor = inclusion.anchor();
            if (end == null || end.version() != inclusion.version()) {
                report.fault("存在证明所指的记录不在账本摘录中");
            } else if (anchor == null) {
                report.note("账本摘录" + titles.of(end) + "尚未进入检查点，待补证；稍后重新下载即有");
            } else if (!Inclusion.holds(anchor, end.hash())) {
                report.fault("账本摘录" + titles.of(end) + "的存在证明不成立：证明或检查点被改动");
            } else if (!manifest(anchor.suite())
                    .signers()
                    .getOrDefault(anchor.suite(), "")
                    .equals(anchor.suite().fingerprint(anchor.key()))) {
                report.fault("检查点的签名密钥不是清单所列的那一把");
            } else {
                report.good("账本摘录" + titles.of(end) + "在第 " + anchor.id() + " 号检查点之内，可与库外留存的检查点核对");
            }
        }
    }

    private void stamp() throws IOException {
        var pending = bag.find(Names.NO_STAMP).orElse(null);
        var item = bag.find(Names.STAMP).orElse(null);
        if (pending != null) {
            if (!new String(bag.read(pending), java.nio.charset.StandardCharsets.UTF_8).equals(Names.NO_STAMP_TEXT)) {
                report.fault("时间戳“待加盖”的说明被改动");
            } else {
                report.note("时间戳：待加盖");
            }
        }
        if (item == null) {
            return;
        }
        var token = bag.read(item);
        for (var suite : Suite.values()) {
            signature(Names.STAMP, suite, token, "时间戳的 " + suite.title());
        }
        try {
            var found = TimeStamp.check(token, java.util.Objects.requireNonNull(spelled.get(Suite.INTL)));
            report.good("时间戳有效："
                    + found.at().atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDateTime() + "，由 "
                    + found.authority() + " 加盖（该机构是否可信请自行核对）");
        } catch (RuntimeException e) {
            report.fault("时间戳不对：时间戳被改动，或者盖的不是这个袋");
        }
    }

    // ---- whose keys these are

    private void keys() {
        var own = manifest(Suite.SM).signers();
        if (!trusted.isEmpty()) {
            var known = own.values().stream().anyMatch(f -> trusts(trusted, f));
            if (known) {
                report.good("签名密钥是您指定的密钥");
            } else {
                report.fault("签名密钥不是您指定的密钥：袋可能是别人重新封装的");
            }
            return;
        }
        own.forEach((suite, fingerprint) -> report.note("请核对 " + suite.title() + " 签名密钥指纹：" + grouped(fingerprint)));
    }

    /** Whether the one key of a file is the one that the reader knows; where none was named it is shown. */
    static void key(Suite suite, String fingerprint, Set<String> trusted, String otherwise, Report report) {
        if (trusted.isEmpty()) {
            report.note("请核对 " + suite.title() + " 签名密钥指纹：" + grouped(fingerprint));
        } else if (trusts(trusted, fingerprint)) {
            report.good("签名密钥是您指定的密钥");
        } else {
            report.fault("签名密钥不是您指定的密钥：" + otherwise);
        }
    }

    static boolean trusts(Set<String> trusted, String fingerprint) {
        return trusted.stream().anyMatch(t -> t.length() >= SHORTEST_KEY && fingerprint.startsWith(t));
    }

    private static String grouped(String fingerprint) {
        return fingerprint.toUpperCase(java.util.Locale.ROOT).replaceAll("(.{4})(?=.)", "$1 ");
    }

    private void receipt(Path path) throws IOException {
        Receipt receipt;
        try {
            if (Files.size(path) > MOST_OF_A_RECEIPT) {
                throw new IllegalArgumentException("too long");
            }
            receipt = Receipt.read(Files.readAllBytes(path));
        } catch (IllegalArgumentException e) {
            report.fault("回执文件被改动，或者不是平台出具的回执");
            return;
        }
        int before = report.faultCount();
        for (var suite : Suite.values()) {
            var root = HexFormat.of().formatHex(suite.digest(java.util.Objects.requireNonNull(spelled.get(suite))));
            var seal = java.util.Objects.requireNonNull(receipt.sealings().get(suite));
            if (!root.equals(receipt.roots().get(suite))) {
                report.fault("回执签的不是这个袋（" + suite.title() + " 的根不同）");
            }
            if (!suite.verifies(seal.key(), receipt.text(), seal.signature())) {
                report.fault("回执的 " + suite.title() + " 签名不对：回执被改动");
            } else if (!suite.fingerprint(seal.key())
                            .equals(manifest(suite).signers().get(suite))
                    && !trusts(trusted, suite.fingerprint(seal.key()))) {
                report.fault("回执的 " + suite.title() + " 签名密钥与袋的不同：回执可能是别人出具的");
            }
        }
        if (report.faultCount() == before) {
            var signing = receipt.signing();
            report.good("回执有效：" + signing.receiver() + " " + signing.officer() + " 于 " + signing.at() + " 签收，签的就是这个袋");
        }
    }
}
