package cn.daxietong.casework;

import cn.daxietong.law.Act;
import cn.daxietong.law.Commodity;
import cn.daxietong.law.Facts;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.Title;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins a case from what another matter already knows, so that nothing is typed twice.
 *
 * @param notProsecuted whether the suspected crime is answered for by a decision not to prosecute (刑事诉讼法 第一百七十七条)
 * @param finedBefore whether the same act was fined before, which a second fine must not follow (行政处罚法 第二十九条)
 */
@Title("由前一环节立为案件")
public record CaseOpening(
        String title, List<Subject> subjects, Facts facts, String summary, boolean notProsecuted, boolean finedBefore)
        implements Action {
    @SuppressWarnings("NullAway") // what was written before a case had subjects arrives as null
    public CaseOpening {
        subjects = subjects == null ? List.of() : subjects;
    }

    /**
     * The facts as far as a lead knows them.
     *
     * @param commodity the id in the notice's list, where the lead named one
     * @param act the act's code, empty where unknown
     */
    public static Facts facts(@Nullable String commodity, String act, @Nullable String place) {
        return new Facts(
                known(Commodity.values(), commodity),
                known(Act.values(), act),
                null,
                null,
                place,
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }

    private static <E extends Enum<E>> @Nullable E known(E[] values, @Nullable String code) {
        return Arrays.stream(values)
                .filter(v -> v.name().equalsIgnoreCase(code))
                .findFirst()
                .orElse(null);
    }
}
