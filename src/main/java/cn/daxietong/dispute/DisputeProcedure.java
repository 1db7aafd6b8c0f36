package cn.daxietong.dispute;

import static cn.daxietong.dispute.DisputeStatus.COORDINATING;
import static cn.daxietong.dispute.DisputeStatus.DECIDED;
import static cn.daxietong.dispute.DisputeStatus.ENDED;
import static cn.daxietong.dispute.DisputeStatus.OPINION_GIVEN;
import static cn.daxietong.dispute.DisputeStatus.RAISED;
import static cn.daxietong.dispute.DisputeStatus.REPORTED_UP;
import static cn.daxietong.dispute.DisputeStatus.SETTLED;
import static cn.daxietong.dispute.DisputeStatus.WITHDRAWN;

import cn.daxietong.dispute.DisputeAction.AcceptAgreement;
import cn.daxietong.dispute.DisputeAction.AcceptOpinion;
import cn.daxietong.dispute.DisputeAction.AskOffice;
import cn.daxietong.dispute.DisputeAction.ConfirmDone;
import cn.daxietong.dispute.DisputeAction.Designate;
import cn.daxietong.dispute.DisputeAction.GiveOpinion;
import cn.daxietong.dispute.DisputeAction.ProposeAgreement;
import cn.daxietong.dispute.DisputeAction.Raise;
import cn.daxietong.dispute.DisputeAction.RegisterDesignation;
import cn.daxietong.dispute.DisputeAction.ReportOutside;
import cn.daxietong.dispute.DisputeAction.ReportUp;
import cn.daxietong.dispute.DisputeAction.SetInterim;
import cn.daxietong.dispute.DisputeAction.State;
import cn.daxietong.dispute.DisputeAction.TakeBack;
import cn.daxietong.dispute.DisputeAction.Withdraw;
import cn.daxietong.matter.Followed;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Step;
import cn.daxietong.matter.Who;
import java.util.Optional;

/** The life of a jurisdiction dispute: 行政处罚法 第二十五条 (协商, 报请指定) with the office's coordination of notice 三（三） between the two. */
final class DisputeProcedure {
    static final Procedure<Dispute> TABLE = table();

    private DisputeProcedure() {}

    private static Procedure<Dispute> table() {
        // spotless:off
        var rows = Procedure.of(Dispute.class, DisputeStatus.class)
                .opening(Raise.class).by(Who.anyUnit()).law("penalty.25", "notice.3.3").to(RAISED)
                    .about("about", Raise::about, "case", "transfer", "lead")
                    .requires(DisputeConditions.A_COMPETENT_UNIT, DisputeConditions.NOT_THE_HOLDER)
                    .then((none, r, scene) -> Dispute.raised(r, scene.about().orElseThrow(), scene.unit()))
                    .admits(parties(), "party", "管辖异议的一方（行政处罚法第二十五条）")
                    .admits(Who.office(), "office", "管辖异议由指挥部办公室协调（方案三（三））")
                    .tells(parties(), "有管辖异议，请协商；协商期间现承办单位继续负责")
                    .tells(Who.office(), "有单位提出管辖异议")

                .from(RAISED, COORDINATING, OPINION_GIVEN, REPORTED_UP)
                .on(State.class).by(parties()).law("penalty.25")
                    .then((d, s, scene) -> d.stated(s.view(), scene.unit(), scene.now()))
                .on(SetInterim.class).by(Who.office()).law("notice.3.3")
                    .requires(DisputeConditions.AN_INTERIM_THAT_CAN)
                    .then((d, s) -> d.heldInTheMeantimeBy(s.unit()))
                    .admits(interim(), "interim", "争议期间临时负责（方案三（三））")
                    .tells(parties().or(interim()), "争议期间的临时负责单位已确定")
                .on(Withdraw.class).by(raiser()).law("penalty.25").to(WITHDRAWN)
                    .then((d, w) -> d.ended(w.reason()))
                    .tells(parties().or(Who.office()), "管辖异议已撤回")

                .from(RAISED)
                .on(ProposeAgreement.class).by(parties()).law("penalty.25").to(DisputeProcedure::afterAcceptance, RAISED, DECIDED, SETTLED)
                    .duty("协商管辖，协商不成的请办公室协调", d -> d.state().proposal() == null)
                    .requires(DisputeConditions.AN_AGREED_UNIT_THAT_CAN)
                    .then((d, p, scene) -> d.proposed(p, scene.unit()))
                    .issuesWhen((d, p) -> d.state().outcome() != null, DisputeDocuments.OUTCOME)
                    .tells(parties(), "对方提出了协商方案，请表明是否同意")
                .on(AcceptAgreement.class).by(stillToAccept()).law("penalty.25").to(DisputeProcedure::afterAcceptance, RAISED, DECIDED, SETTLED)
                    .duty("表明是否同意协商方案", d -> d.state().proposal() != null)
                    .requires(DisputeConditions.SOMETHING_PROPOSED)
                    .then((d, a, scene) -> d.acceptedBy(scene.unit()))
                    .issuesWhen((d, a) -> d.state().outcome() != null, DisputeDocuments.OUTCOME)
                    .tells(parties(), "有一方同意了协商方案")
                .on(AskOffice.class).by(parties()).law("notice.3.3").to(COORDINATING)
                    .then((d, a, scene) -> d.askedOffice().stated(a.text(), scene.unit(), scene.now()))
                    .tells(Who.office(), "协商不成，请协调管辖异议")

                .from(RAISED, COORDINATING)
                .on(GiveOpinion.class).by(Who.office()).law("notice.3.3").to(OPINION_GIVEN)
                    .duty("协调管辖异议", d -> d.status().equals(COORDINATING.code()))
                    .requires(DisputeConditions.AN_ADVISED_UNIT_THAT_CAN)
                    .then(Dispute::advised)
                    .issues(DisputeDocuments.OPINION)
                    .tells(parties(), "办公室已出具协调意见，接受的请确认，不接受的可报请指定管辖")

                .from(OPINION_GIVEN)
                .on(AcceptOpinion.class).by(stillToAccept()).law("notice.3.3").to(DisputeProcedure::afterAcceptance, OPINION_GIVEN, DECIDED, SETTLED)
                    .duty("表明是否接受协调意见，不接受的报请指定管辖")
                    .requires(DisputeConditions.SOMETHING_PROPOSED)
                    .then((d, a, scene) -> d.acceptedBy(scene.unit()))
                    .issuesWhen((d, a) -> d.state().outcome() != null, DisputeDocuments.OUTCOME)
                    .tells(parties(), "有一方接受了协调意见")

                .from(RAISED, COORDINATING, OPINION_GIVEN)
                .on(ReportUp.class).by(parties().or(Who.office())).law("penalty.25").to(REPORTED_UP)
                    .requires(DisputeConditions.ALL_UNDER_THE_COUNTY, DisputeConditions.A_COMMON_SUPERIOR)
                    .then((d, r, scene) -> d.reportedUp(r.superior(), scene.unit()).stated(r.text(), scene.unit(), scene.now()))
                    .admits(superior(), "superior", "共同的上一级行政机关（行政处罚法第二十五条）")
                    .tells(superior(), "报请指定管辖")
                    .tells(parties().or(Who.office()), "管辖异议已报请指定管辖")
                .on(ReportOutside.class).by(parties().or(Who.office())).law("penalty.25").to(REPORTED_UP)
                    .requires(DisputeConditions.SOMEBODY_OUTSIDE_THE_COUNTY)
                    .then((d, r, scene) -> d.reportedOutside(r, scene.unit()).stated(r.text(), scene.unit(), scene.now()))
                    .tells(parties().or(Who.office()), "管辖异议已向县外的上一级机关报请指定管辖")

                .from(REPORTED_UP)
                .on(TakeBack.class).by(reporter()).law("penalty.25").to(Dispute::stage, RAISED, COORDINATING, OPINION_GIVEN)
                    .then((d, t, scene) -> d.takenBack().stated("撤回报请：" + t.reason(), scene.unit(), scene.now()))
                    .tells(Who.role("共同的上一级行政机关", "superior"), "报请指定管辖已撤回")
                    .tells(parties().or(Who.office()), "报请指定管辖已撤回")
                    .dismisses("superior")
                .on(Designate.class).by(superior().head()).law("penalty.25").to(DisputeProcedure::afterDecision, DECIDED, SETTLED)
                    .duty("作出指定管辖决定")
                    .requires(DisputeConditions.A_DESIGNATED_UNIT_THAT_CAN)
                    .then(Dispute::designated)
                    .admits(decided(), "party", "被指定管辖的单位（行政处罚法第二十五条）")
                    .issues(DisputeDocuments.OUTCOME)
                    .tells(parties().or(decided()).or(Who.office()), "已指定管辖")
                .on(RegisterDesignation.class).by(registrars()).law("penalty.25").to(DisputeProcedure::afterDecision, DECIDED, SETTLED)
                    .duty("收到县外的指定管辖决定后登记")
                    .requires(DisputeConditions.A_REGISTERED_UNIT_THAT_CAN)
                    .then((d, r, scene) -> d.registered(r, scene.unit()))
                    .admits(decided(), "party", "被指定管辖的单位（行政处罚法第二十五条）")
                    .issues(DisputeDocuments.OUTCOME)
                    .tells(parties().or(decided()).or(Who.office()), "已登记县外的指定管辖决定")

                .from(DECIDED)
                .on(ConfirmDone.class).by(holder()).law("penalty.25").to(SETTLED)
                    .duty("按结果移送，完成后自动办结；已用其他方式办理的请说明")
                    .then((d, c) -> d.ended(c.note()))
                    .tells(parties().or(Who.office()), "管辖异议已按结果办理")
                .on(Followed.class).consequence().law("penalty.25").to(d -> d.executed() ? SETTLED : DECIDED, SETTLED, DECIDED)
                    .heeding((d, f) -> !f.owner().equals(d.state().holder()))
                    .then((d, f) -> d.heldBy(f.owner()))
                    .admits(holder(), "party", "现承办单位");
        return follows(follows(agrees(agrees(rows, RAISED), OPINION_GIVEN), COORDINATING), REPORTED_UP).build();
    }

    /** Whoever hands the matter to the party that had agreed has agreed too (行政处罚法 第二十五条: 协商). */
    private static Step<Dispute, Followed> agrees(Step<Dispute, ?> rows, DisputeStatus here) {
        return news(rows.from(here).on(Followed.class).consequence().law("penalty.25").to(d -> afterNews(d, here), here, DECIDED, SETTLED, ENDED)
                    .then((d, f) -> changed(d, f).endedIfAllAgree().overtakenIf(f.closed())))
                    .issuesWhen((d, f) -> d.state().outcome() != null, DisputeDocuments.OUTCOME);
    }

    private static Step<Dispute, Followed> follows(Step<Dispute, ?> rows, DisputeStatus here) {
        return news(rows.from(here).on(Followed.class).consequence().law("penalty.25").to(d -> afterNews(d, here), here, ENDED)
                    .then((d, f) -> changed(d, f).overtakenIf(f.closed())));
    }

    private static Step<Dispute, Followed> news(Step<Dispute, Followed> row) {
        return row.heeding((d, f) -> f.closed() || !f.owner().equals(d.state().holder()))
                    .admits(holder(), "party", "现承办单位")
                    .tellsWhen(d -> !d.state().isOvertaken(), parties(), "有异议的事项已转由其他单位承办")
                    .tellsWhen(d -> d.state().isOvertaken(), parties().or(interim()).or(superior()).or(Who.office()), "有异议的事项已经办结，管辖异议随之终止");
        // spotless:on
    }

    private static Dispute changed(Dispute d, Followed f) {
        return f.owner().equals(d.holder()) ? d : d.heldBy(f.owner());
    }

    private static DisputeStatus afterNews(Dispute d, DisputeStatus here) {
        return d.isOvertaken() ? ENDED : d.outcome() == null ? here : afterDecision(d);
    }

    private static DisputeStatus afterDecision(Dispute d) {
        return d.executed() ? SETTLED : DECIDED;
    }

    private static DisputeStatus afterAcceptance(Dispute d) {
        if (d.outcome() != null) {
            return afterDecision(d);
        }
        return d.proposal() != null && d.proposal().way() == Dispute.Way.COORDINATED ? OPINION_GIVEN : RAISED;
    }

    private static Who<Dispute> reporter() {
        return Who.of("报请单位", d -> Optional.ofNullable(d.report()).map(Dispute.Report::by));
    }

    private static Who<Dispute> registrars() {
        return Who.each("向县外报请的单位或指挥部办公室", Dispute::registrars);
    }

    private static Who<Dispute> raiser() {
        return Who.of("提出单位", d -> Optional.of(d.raiser()));
    }

    private static Who<Dispute> holder() {
        return Who.of("现承办单位", d -> Optional.of(d.holder()));
    }

    private static Who<Dispute> interim() {
        return Who.of("临时负责单位", d -> Optional.of(d.interim()));
    }

    private static Who<Dispute> parties() {
        return Who.each("异议各方", Dispute::parties);
    }

    private static Who<Dispute> stillToAccept() {
        return Who.each("尚未表态的一方", Dispute::stillToAccept);
    }

    private static Who<Dispute> superior() {
        return Who.of("共同的上一级行政机关", d -> Optional.ofNullable(d.report()).map(Dispute.Report::superior));
    }

    private static Who<Dispute> decided() {
        return Who.of("管辖单位", d -> Optional.ofNullable(d.outcome()).map(Dispute.Outcome::unit));
    }
}
