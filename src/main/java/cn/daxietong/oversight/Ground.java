package cn.daxietong.oversight;

import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a matter stands on the procuratorate's radar (notice 四（五）, 国务院令310号 第十四条). */
enum Ground {
    NOT_TRANSFERRED("应移送未移送", "310.3"),
    /** Of those who investigate crimes themselves: 公安机关应立案而不立案 (notice 四（五）). */
    NOT_FILED("应立案未立案", "procuratorate.557"),
    TRANSFER_REJECTED("负责人不批准移送", "310.5"),
    NOT_SENT("批准后逾期未移送", "310.5"),
    REVIEW_OVERDUE("立案审查逾期", "310.8"),
    FILING_REFUSED("不予立案", "310.8"),
    NOT_HANDED_OVER("立案后逾期未移交物品材料", "310.12"),
    NOT_RETURNED("不起诉未反向移送", "criminal_procedure.177"),
    NO_REPLY("反向移送逾期未回复", "criminal_procedure.177");

    private final String title;
    private final String article;

    Ground(String title, String article) {
        this.title = title;
        this.article = article;
    }

    String title() {
        return title;
    }

    /** The id in {@code law}, where the clock that ran out does not name another. */
    String article() {
        return article;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param code as in the address; nothing where none is asked for
     * @throws Refusal {@code invalid_fields} where there is no such ground
     */
    static @Nullable Ground of(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Arrays.stream(values())
                .filter(g -> g.code().equals(code.strip()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(List.of(new Fault("ground", "unknown", "没有这一类情形，请从列表中选择"))));
    }
}
