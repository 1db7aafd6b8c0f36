package cn.daxietong.lead;

import static cn.daxietong.lead.LeadStatus.ACCEPTED;
import static cn.daxietong.lead.LeadStatus.CASE_OPENED;
import static cn.daxietong.lead.LeadStatus.CLOSED;
import static cn.daxietong.lead.LeadStatus.DISPATCHED;
import static cn.daxietong.lead.LeadStatus.REGISTERED;
import static cn.daxietong.lead.LeadStatus.VERIFIED;
import static cn.daxietong.lead.LeadStatus.VOIDED;

import cn.daxietong.casework.CaseOpening;
import cn.daxietong.law.Commodity;
import cn.daxietong.lead.LeadAction.Accept;
import cn.daxietong.lead.LeadAction.Close;
import cn.daxietong.lead.LeadAction.Dispatch;
import cn.daxietong.lead.LeadAction.ExtendVerification;
import cn.daxietong.lead.LeadAction.OpenCase;
import cn.daxietong.lead.LeadAction.Register;
import cn.daxietong.lead.LeadAction.Return;
import cn.daxietong.lead.LeadAction.Urge;
import cn.daxietong.lead.LeadAction.Verify;
import cn.daxietong.lead.LeadAction.Void;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Who;
import cn.daxietong.shared.UnitId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The life of a lead. */
final class LeadProcedure {
    private static final Set<String> ONLY_REPORT =
            Set.of("enterprise", "court", "procuratorate", "headquarters", "superior", "office");

    private static final Condition<Lead, Action> SUBSTANTIATED = Condition.matter(
            "not_substantiated", "penalty.54", "核查结果为“未查实”，不能转为案件；如有新情况请重新登记核查结果，否则请办结", (lead, scene) -> lead.state()
                    .substantiated());

    private static final Condition<Lead, Dispatch> A_UNIT_THAT_VERIFIES = Condition.choice(
            "unit",
            "not_a_verifying_unit",
            "notice.2",
            "请选择能够核查的成员单位；企业、法院、检察院只能报送，不能核查",
            Dispatch::unit,
            (lead, unit, scene) -> scene.directory()
                    .unit(unit)
                    .map(u -> !ONLY_REPORT.contains(u.kind()))
                    .orElse(false));

    /** 查实率 counts only what verification found, never a mere closing. */
    private static final Condition<Lead, Close> REASON_FITS = Condition.field(
            "reason",
            "reason_does_not_fit",
            "notice.3.6",
            "办结类型与核查结果不符：查实、查否须先登记核查结果，且与结果一致",
            (lead, close, scene) -> switch (close.reason()) {
                case SUBSTANTIATED -> lead.state().substantiated();
                case UNSUBSTANTIATED -> lead.state().disproved();
                case UNVERIFIABLE, TRANSFERRED, DUPLICATE -> true;
            });

    /** 可经批准延长十五个工作日: once, and while the first fifteen still run. */
    private static final Condition<Lead, Action> VERIFICATION_EXTENDABLE = Condition.pointless(
            "not_extendable",
            "market_complaint.23",
            "没有正在计算的核查期限，或者期限已过、已经延长过一次",
            (lead, scene) -> lead.clocks().stream()
                    .anyMatch(c -> c.clock().equals("market.verify")
                            && c.runs()
                            && c.dueAt() != null
                            && !c.dueAt().isBefore(scene.now())));

    private static final Condition<Lead, Register> A_KNOWN_COMMODITY = Condition.field(
            "commodity",
            "unknown_commodity",
            "notice.1",
            "没有这一类货物，请从名单中选择，不清楚的不填",
            (lead, r, scene) -> r.commodity() == null
                    || Arrays.stream(Commodity.values()).anyMatch(c -> c.code().equals(r.commodity())));

    static final Procedure<Lead> TABLE = table();

    private LeadProcedure() {}

    private static Procedure<Lead> table() {
        // spotless:off
        return Procedure.of(Lead.class, LeadStatus.class)
                .opening(Register.class).by(Who.anyUnit()).law("notice.3.6", "notice.4.18").to(REGISTERED)
                    .requires(A_KNOWN_COMMODITY)
                    .then((none, register, scene) -> Lead.registered(register, scene))
                    .handsTo(lead -> UnitId.OFFICE, "线索由指挥部办公室统一分派（方案二）")
                    .admits(reporter(), "reporter", "报送单位")
                    .issues(LeadDocuments.REGISTRATION)
                    .tells(Who.office(), "有新线索待分派")
                .opening(LeadOpening.class).consequence().law("notice.3.6").to(REGISTERED)
                    .then((none, opening, scene) -> Lead.told(opening, scene))
                    .handsTo(lead -> UnitId.OFFICE, "线索由指挥部办公室统一分派（方案二）")
                    .issues(LeadDocuments.REGISTRATION)
                    .tells(Who.office(), "有新线索待分派")

                .from(REGISTERED)
                .on(Dispatch.class).by(Who.office()).law("notice.2").to(DISPATCHED)
                    .duty("分派线索")
                    .requires(A_UNIT_THAT_VERIFIES)
                    .then(Lead::dispatched)
                    .admits(assignee(), "assignee", "指挥部办公室分派（方案二）")
                    .handsTo((lead, d) -> d.unit(), "指挥部办公室分派（方案二）")
                    .admits(Who.office(), "office", "指挥部办公室掌握全县线索（方案二）")
                    .starts("market.verify", assignee(), "指挥部办公室分派线索", (lead, d) -> d.unit().equals(UnitId.MARKET_REGULATION))
                    .starts("tobacco.file", assignee(), "指挥部办公室分派线索", (lead, d) -> d.unit().equals(UnitId.TOBACCO))
                    .issues(LeadDocuments.REGISTRATION)
                    .tells(assignee(), "分派给本单位核查的线索")
                    .tells(reporter(), "本单位报送的线索已分派核查")
                .on(Void.class).by(reporter().or(Who.office())).law("notice.2").to(VOIDED)
                    .then((lead, v) -> lead.voided(v.reason()))

                .from(DISPATCHED)
                .on(Accept.class).by(assignee()).law("penalty.54").to(ACCEPTED)
                    .duty("受理或者退回线索")
                    .timedBy("tobacco.file", "market.verify", "market.verify.extended")
                .on(Return.class).by(assignee()).law("notice.2").to(REGISTERED)
                    .cancels("market.verify", "market.verify.extended", "tobacco.file")
                    .tells(Who.office(), "线索被退回，请重新分派")
                    .then((lead, r) -> lead.returned(r.reason()))
                    .dismisses("assignee")
                    .handsTo(lead -> UnitId.OFFICE, "核查单位退回，由指挥部办公室重新分派")

                .from(DISPATCHED, ACCEPTED)
                .on(ExtendVerification.class).by(assignee().head()).law("market_complaint.23")
                    .requires(VERIFICATION_EXTENDABLE)
                    .then((lead, e) -> lead.extended(e.reason()))
                    .startsBeside("market.verify.extended", assignee(), "指挥部办公室分派线索，批准延长十五个工作日", "market.verify")
                    .stops("market.verify")
                    .tells(Who.office(), "核查期限已批准延长")

                .from(ACCEPTED)
                .on(Verify.class).by(assignee()).law("penalty.54").to(VERIFIED)
                    .duty("核查并登记结果")
                    .timedBy("tobacco.file", "market.verify", "market.verify.extended")
                    .then(Lead::verified)
                    .issues(LeadDocuments.REGISTRATION)
                    .stops("market.verify", "market.verify.extended")

                .from(VERIFIED)
                .on(Verify.class).by(assignee()).law("penalty.54").to(VERIFIED)
                    .then(Lead::verified)
                    .issues(LeadDocuments.REGISTRATION)
                .on(OpenCase.class).by(assignee()).law("penalty.54").to(CASE_OPENED)
                    .duty("转为案件", lead -> lead.state().substantiated())
                    .timedBy("tobacco.file")
                    .requires(SUBSTANTIATED)
                    .stops("tobacco.file")
                    .opens("case", "lead", (lead, open, scene) -> opening(lead.state().report(), open))

                .from(ACCEPTED, VERIFIED, CASE_OPENED)
                .on(Close.class).by(assignee()).law("penalty.54").to(CLOSED)
                    .requires(REASON_FITS)
                    .duty("办结线索", lead -> lead.state().disproved())
                    .then(Lead::closed)
                    .stops("market.verify", "market.verify.extended", "tobacco.file")
                    .tells(Who.<Lead>office().or(reporter()), "线索已办结")

                .from(DISPATCHED, ACCEPTED, VERIFIED)
                .on(Urge.class).by(Who.<Lead>office().or(reporter())).law("notice.2")
                    .tells(assignee(), "催办：请尽快办理线索")
                .build();
        // spotless:on
    }

    private static Who<Lead> assignee() {
        return Who.of("核查单位", lead -> Optional.ofNullable(lead.assignment().assignee()));
    }

    private static Who<Lead> reporter() {
        return Who.of("报送单位", lead -> Optional.of(lead.report().reporter()));
    }

    private static CaseOpening opening(Lead.Report report, OpenCase open) {
        return new CaseOpening(
                Optional.ofNullable(open.title()).orElse(report.title()),
                report.subjects(),
                CaseOpening.facts(report.commodity(), LeadKind.code(report.act()), report.place()),
                report.description(),
                false,
                false);
    }
}
