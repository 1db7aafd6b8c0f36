package cn.daxietong.verifier;

import java.util.ArrayList;
import java.util.List;

/** What the files of a bag are called and in which order they stand. */
public final class Names {
    public static final String PROOF = "META-INF/proof.txt";
    public static final String STAMP = "META-INF/timestamp.tst";
    public static final String NO_STAMP = "META-INF/timestamp-pending.txt";
    public static final String LEDGER = "ledger/entries.tsv";
    public static final String TITLES = "ledger/titles.tsv";

    /** Stands in the place of a time stamp until there is one; its bytes are fixed like everything else. */
    public static final String NO_STAMP_TEXT = "待加盖：封装时没有取得可信时间戳（RFC 3161），以后可以补盖，不影响移送。\n";

    private Names() {}

    public static String manifest(Suite suite) {
        return "META-INF/ASiCManifest-" + suite.code() + ".xml";
    }

    /** Where the signature over a file stands. */
    public static String signature(String of, Suite suite) {
        return of.equals(STAMP) ? of + "." + suite.code() + ".sig.txt" : of + ".sig.txt";
    }

    /** Everything that stands before what the manifests list. */
    public static List<String> frame(boolean stamped) {
        var names = new ArrayList<>(List.of(BagFile.MIMETYPE, BagFile.VERSION_FILE));
        for (var suite : Suite.values()) {
            names.add(manifest(suite));
        }
        for (var suite : Suite.values()) {
            names.add(signature(manifest(suite), suite));
        }
        names.add(PROOF);
        if (stamped) {
            names.add(STAMP);
            for (var suite : Suite.values()) {
                names.add(signature(STAMP, suite));
            }
        } else {
            names.add(NO_STAMP);
        }
        return names;
    }

    /** The content of the two files that every bag begins with. */
    public static String fixed(String name) {
        return name.equals(BagFile.MIMETYPE) ? BagFile.MEDIA_TYPE : BagFile.VERSION;
    }
}
