package cn.daxietong.bag;

import cn.daxietong.verifier.EntryTitles;
import cn.daxietong.verifier.Names;
import cn.daxietong.verifier.Verifier;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bag as an earlier or a later platform may write it, and what every verifier has to say to it. */
enum OtherVersion {
    A_NEWER_FORMAT(2, "格式是第 2 版") {
        @Override
        void write(SampleBag bag) {
            bag.files.put("version.txt", SampleBag.text("daxietong-bag 2\n"));
            bag.files.remove(Names.PROOF);
            bag.files.put("META-INF/of-the-future.bin", new byte[40]);
        }
    },
    A_FORMAT_OF_WHICH_NOBODY_HEARD(1, "格式说明“version.txt”缺失或被改动") {
        @Override
        void write(SampleBag bag) {
            bag.files.put("version.txt", SampleBag.text("another-bag 1\n"));
        }
    },
    A_NEW_MEMBER_THAT_IS_LISTED(0, "袋内 8 个文件") {
        @Override
        void write(SampleBag bag) throws IOException, GeneralSecurityException {
            var content = content(bag);
            content.put("of-the-future.json", SampleBag.text("{}"));
            bag.seal(content, bag.proof());
        }
    },
    A_NEW_MEMBER_THAT_NOBODY_LISTS(1, "多出“META-INF/of-the-future.bin”：清单上没有") {
        @Override
        void write(SampleBag bag) {
            bag.files.put("META-INF/of-the-future.bin", new byte[40]);
        }
    },
    WITHOUT_THE_CUSTODY_THAT_WAS_ADDED_LATER(0, "袋内 6 个文件") {
        @Override
        void write(SampleBag bag) throws IOException, GeneralSecurityException {
            var content = content(bag);
            content.remove("custody.json");
            bag.seal(content, bag.proof());
        }
    },
    WITH_THE_NAMES_THAT_PEOPLE_READ(0, "账本摘录第 3 条记录（发出移送）在第") {
        @Override
        void write(SampleBag bag) throws IOException, GeneralSecurityException {
            var content = content(bag);
            var last = SampleBag.entries().getLast();
            content.put(
                    Names.TITLES,
                    new EntryTitles(Map.of(EntryTitles.key(last.stream().toString(), last.event()), "发出移送")).bytes());
            bag.seal(content, bag.proof());
        }
    },
    WITH_NAMES_OF_WHICH_NOTHING_CAN_BE_READ(0, "账本摘录第 3 条记录（") {
        @Override
        void write(SampleBag bag) throws IOException, GeneralSecurityException {
            var content = content(bag);
            content.put(Names.TITLES, new byte[] {(byte) 0xff, '\n', '\t', 0});
            bag.seal(content, bag.proof());
        }
    },
    WITHOUT_AN_EXCERPT_OF_THE_LEDGER(0, "袋内没有账本摘录，不能与账本核对") {
        @Override
        void write(SampleBag bag) throws IOException, GeneralSecurityException {
            var content = content(bag);
            content.remove(Names.LEDGER);
            bag.seal(content, List.of());
        }
    };

    /** As {@link Verifier#run} has it: 0 sound, 1 altered, 2 not checked. */
    final int code;

    final String sentence;

    OtherVersion(int code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    abstract void write(SampleBag bag) throws IOException, GeneralSecurityException;

    private static LinkedHashMap<String, byte[]> content(SampleBag bag) {
        var content = new LinkedHashMap<>(bag.files);
        new ArrayList<>(Names.frame(false)).forEach(content::remove);
        return content;
    }
}
