package cn.daxietong.matter;

import cn.daxietong.ledger.Entry;
import cn.daxietong.shared.Refusal;
import java.util.List;

/** Why a step is not taken before anything of the matter itself is asked. */
final class Objections {
    private Objections() {}

    static Refusal unknown(String action) {
        var shown = action.length() > 40 ? action.substring(0, 40) + "…" : action;
        return new Refusal(
                Refusal.Kind.NOT_FOUND, "unknown_action", "没有这个办理动作", "没有名为“" + shown + "”的动作，请按接口返回的 actions 办理。");
    }

    static Refusal elsewhere(String title) {
        return new Refusal(Refusal.Kind.CONFLICT, "on_its_own_page", "请在专门页面办理", "“" + title + "”要用本人密钥，只能在它的专门页面办理。");
    }

    /** Says what changed since the version that the person looked at. */
    static Refusal stale(MatterKind<?> kind, int version, int expected, List<Entry> stream, Directory directory) {
        var since = stream.stream()
                .filter(e -> e.version() > expected)
                .map(e -> directory.shortName(e.unit()) + "办理了“" + StepTitles.of(kind, e.event()) + "”")
                .toList();
        return new Refusal(
                Refusal.Kind.STALE,
                "stale",
                "内容已更新",
                since.isEmpty()
                        ? "您提交的版本号 " + expected + " 与现有版本 " + version + " 不符，请刷新后再办。"
                        : "在您打开之后，" + String.join("；", since) + "。您填的内容已保留，请核对后再提交。");
    }
}
