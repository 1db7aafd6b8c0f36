package cn.daxietong.attachment;

import cn.daxietong.shared.Refusal;
import java.util.regex.Pattern;

/** A file's name as it may be shown and kept: no path, nothing invisible, and no marking of a state secret. */
record FileName(String value) {
    private static final int LONGEST = 200;
    // 密级 with its star (GB/T 9704-2012 7.2.2), or alone in brackets; 商业秘密 in a title is an ordinary word.
    private static final Pattern SECRET = Pattern.compile("(绝密|机密|秘密)\\s*[★☆*＊]|[\\[【（(〔]\\s*(绝密|机密|秘密)\\s*[\\]】）)〕]");

    static FileName of(String given) {
        var bare = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var visible = new StringBuilder();
        bare.codePoints().filter(FileName::visible).forEach(visible::appendCodePoint);
        var name = visible.toString().strip();
        if (SECRET.matcher(name).find()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "state_secret_refused",
                    "涉密文件不得上传",
                    "文件名带有密级标志。依照《中华人民共和国保守国家秘密法》第二十九条至第三十一条，国家秘密不得在本平台存储、传递，文件没有保存。"
                            + "请按保密规定通过涉密渠道办理；误标的，由定密责任人更正后再传。");
        }
        if (name.isEmpty() || name.startsWith(".")) {
            throw new Refusal(Refusal.Kind.INVALID, "name_missing", "缺少文件名", "没有收到文件名。请选择文件后重新上传。");
        }
        return new FileName(shortened(name));
    }

    // A direction mark can make harm.exe read as harmexe.jpg.
    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - extension.length())) + extension;
    }
}
