package cn.daxietong.integrity;

import cn.daxietong.integrity.IntegrityAction.Nature;
import cn.daxietong.integrity.IntegrityAction.PassOn;
import cn.daxietong.integrity.IntegrityAction.Report;
import cn.daxietong.shared.Title;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a clue; its text stands under the matter's key like an identifier.
 *
 * @param reportedAt from which the number of each month is counted
 */
public record Clue(
        @Title("线索类别") Nature nature,
        @Title(value = "涉及人员", multiline = true) String persons,
        @Title(value = "线索内容", multiline = true) String text,
        @Title(value = "线索来源", multiline = true) @Nullable String origin,
        @Title("报送时间") Instant reportedAt,
        @Title("移送的机关") @Nullable String organ,
        @Title(value = "答复", multiline = true) @Nullable String answer) {

    static Clue reported(Report r, Instant at) {
        return new Clue(r.nature(), r.persons(), r.text(), r.origin(), at, null, null);
    }

    Clue supplemented(String more) {
        return new Clue(nature, persons, text + "\n补充：" + more, origin, reportedAt, organ, answer);
    }

    Clue answered(String words) {
        return new Clue(nature, persons, text, origin, reportedAt, organ, words);
    }

    Clue passedOn(PassOn p) {
        return new Clue(nature, persons, text, origin, reportedAt, p.organ(), p.reason());
    }
}
