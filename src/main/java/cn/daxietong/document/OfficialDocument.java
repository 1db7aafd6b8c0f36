package cn.daxietong.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an official document says, without how it looks: the press lays it out by GB/T 9704-2012, and the same content gives the same pages in
 * either format, today and when an archive asks again.
 *
 * @param addressee 主送机关, without the colon; null where nobody is addressed
 * @param parts what follows on a page of its own: 附件, and the 回执 that is torn off and sent back
 */
public record OfficialDocument(
        Masthead masthead,
        String title,
        @Nullable String addressee,
        List<Section> body,
        Closing closing,
        List<Part> parts) {

    /** The three shapes an office knows. */
    public enum Layout {
        /** 信函格式: red masthead over double red rules, text, seal. */
        LETTER,
        /** 审批表: a bordered form with boxes for opinions. */
        FORM,
        /** 清单: tables that run over many pages under a repeated head. */
        LIST
    }

    /**
     * @param kind what the document is, as the check page says it: 涉嫌犯罪案件移送书
     * @param issuer 发文机关标志
     * @param number 发文字号 in 六角括号: 鹿市监移〔2026〕12号
     */
    public record Masthead(
            Layout layout,
            String kind,
            String issuer,
            @Nullable String number) {}

    /**
     * @param annexes 附件说明, numbered by the press where there are several
     * @param copiesTo 抄送
     * @param note 附注, such as 联系人及电话; the press adds the brackets
     * @param checkUrl where the QR code leads; null for a draft, which carries none
     */
    public record Closing(
            List<String> annexes,
            @Nullable Signature signature,
            List<String> copiesTo,
            @Nullable String note,
            @Nullable String checkUrl) {
        public Closing {
            annexes = List.copyOf(annexes);
            copiesTo = List.copyOf(copiesTo);
        }
    }

    /**
     * A page of its own after the document.
     *
     * @param label top left, in 黑体: 附件1, 回执联
     */
    public record Part(
            String label,
            String title,
            @Nullable String number,
            @Nullable String addressee,
            List<Section> body,
            @Nullable Signature signature) {
        public Part {
            body = List.copyOf(body);
        }
    }

    public OfficialDocument {
        body = List.copyOf(body);
        parts = List.copyOf(parts);
    }

    public static Draft letter(String kind, String issuer) {
        return new Draft(Layout.LETTER, kind, issuer);
    }

    public static Draft form(String kind, String issuer) {
        return new Draft(Layout.FORM, kind, issuer);
    }

    public static Draft list(String kind, String issuer) {
        return new Draft(Layout.LIST, kind, issuer);
    }

    OfficialDocument checkedAt(@Nullable String url) {
        return new OfficialDocument(
                masthead,
                title,
                addressee,
                body,
                new Closing(closing.annexes(), closing.signature(), closing.copiesTo(), closing.note(), url),
                parts);
    }
}
