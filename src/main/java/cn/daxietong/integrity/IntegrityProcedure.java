package cn.daxietong.integrity;

import static cn.daxietong.integrity.IntegrityStatus.ACCEPTED;
import static cn.daxietong.integrity.IntegrityStatus.ANSWERED;
import static cn.daxietong.integrity.IntegrityStatus.DECLINED;
import static cn.daxietong.integrity.IntegrityStatus.PASSED_ON;
import static cn.daxietong.integrity.IntegrityStatus.RECEIVED;
import static cn.daxietong.integrity.IntegrityStatus.RETURNED;
import static cn.daxietong.integrity.IntegrityStatus.SENT;

import cn.daxietong.integrity.IntegrityAction.Accept;
import cn.daxietong.integrity.IntegrityAction.Answer;
import cn.daxietong.integrity.IntegrityAction.Decline;
import cn.daxietong.integrity.IntegrityAction.PassOn;
import cn.daxietong.integrity.IntegrityAction.Receive;
import cn.daxietong.integrity.IntegrityAction.Report;
import cn.daxietong.integrity.IntegrityAction.SendBack;
import cn.daxietong.integrity.IntegrityAction.Supplement;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;

/**
 * The life of a clue: notice 四（八）, 国务院令310号 第十八条、第十九条. The law says 及时 and names no day, so no clock runs; no document is issued,
 * because a number missing in the police's own series would say that there is one.
 */
final class IntegrityProcedure {
    static final Procedure<Clue> TABLE = table();

    private IntegrityProcedure() {}

    private static Procedure<Clue> table() {
        // spotless:off
        return Procedure.of(Clue.class, IntegrityStatus.class)
                .opening(Report.class).by(Who.<Clue>unit("县公安局", UnitId.POLICE).handler()).law("notice.4.8", "310.19").to(SENT)
                    .then((none, r, scene) -> Clue.reported(r, scene.now()))
                    .handsTo(c -> UnitId.DISCIPLINE, "移送纪检监察（方案四（八））")
                    .admitsActorAlone("reporter", "报送人本人")
                    .tells(discipline(), "收到公安机关移送的线索，请接收")

                .from(SENT)
                .on(Receive.class).by(discipline()).law("310.19").to(RECEIVED)
                    .duty("接收线索")
                    .tells(reporter(), "线索已接收")

                // Whoever reported may have left, so a clue sent back is not in that one officer's hands alone.
                .from(RECEIVED, RETURNED)
                .on(Accept.class).by(discipline()).law("310.19").to(ACCEPTED)
                    .duty("决定是否受理", c -> c.status().equals(RECEIVED.code()))
                    .tells(reporter(), "线索已受理")
                .on(Decline.class).by(discipline()).law("310.19").to(DECLINED)
                    .then((c, d) -> c.answered(d.reason()))
                    .tells(reporter(), "线索不予受理，请看理由")
                .on(PassOn.class).by(discipline()).law("310.18").to(PASSED_ON)
                    .then(Clue::passedOn)
                    .tells(reporter(), "线索已移送其他机关")

                .from(RECEIVED)
                .on(SendBack.class).by(discipline()).law("310.19").to(RETURNED)
                    .then((c, s) -> c.answered(s.wanted()))
                    .tells(reporter(), "线索需要补充")

                .from(RETURNED)
                .on(Supplement.class).by(reporter().handler()).law("310.19").to(RECEIVED)
                    .duty("补充线索")
                    .then((c, s) -> c.supplemented(s.text()))
                    .tells(discipline(), "线索已补充")

                .from(SENT, ACCEPTED)
                .on(Supplement.class).by(reporter().handler()).law("310.19")
                    .then((c, s) -> c.supplemented(s.text()))
                    .tells(discipline(), "线索已补充")

                .from(ACCEPTED)
                .on(Answer.class).by(discipline()).law("310.19").to(ANSWERED)
                    .duty("依法可以告知的，答复报送人")
                    .then((c, a) -> c.answered(a.text()))
                    .tells(reporter(), "线索已有答复")
                .build();
        // spotless:on
    }

    private static Who<Clue> discipline() {
        return Who.unit("县纪委监委", UnitId.DISCIPLINE);
    }

    private static Who<Clue> reporter() {
        return Who.role("报送人", "reporter");
    }
}
