package cn.daxietong.consultation;

import static cn.daxietong.consultation.ConsultationStatus.ACCEPTED;
import static cn.daxietong.consultation.ConsultationStatus.ANSWERED;
import static cn.daxietong.consultation.ConsultationStatus.ASKED;
import static cn.daxietong.consultation.ConsultationStatus.CLOSED;
import static cn.daxietong.consultation.ConsultationStatus.DECLINED;
import static cn.daxietong.consultation.ConsultationStatus.WITHDRAWN;

import cn.daxietong.casework.Case;
import cn.daxietong.consultation.Consultation.Offence;
import cn.daxietong.consultation.ConsultationAction.Accept;
import cn.daxietong.consultation.ConsultationAction.Answer;
import cn.daxietong.consultation.ConsultationAction.Ask;
import cn.daxietong.consultation.ConsultationAction.AskAgain;
import cn.daxietong.consultation.ConsultationAction.Close;
import cn.daxietong.consultation.ConsultationAction.Decline;
import cn.daxietong.consultation.ConsultationAction.Join;
import cn.daxietong.consultation.ConsultationAction.Postpone;
import cn.daxietong.consultation.ConsultationAction.Subject;
import cn.daxietong.consultation.ConsultationAction.Withdraw;
import cn.daxietong.law.Facts;
import cn.daxietong.matter.Action;
import cn.daxietong.matter.Condition;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Procedure;
import cn.daxietong.matter.Scene;
import cn.daxietong.matter.Who;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The life of a consultation: notice 四（四） and 四（五） row by row. */
final class ConsultationProcedure {
    private static final String REPLY = "consultation.reply";
    private static final Set<String> ADVISERS =
            Set.of("court", "procuratorate", "party", "police", "customs", "enforcement", "department");

    private static final Condition<Consultation, Ask> ANOTHER_UNIT = Condition.choice(
            "unit",
            "asks_itself",
            "notice.4.4",
            "请选择本单位以外的单位",
            Ask::unit,
            (c, unit, scene) -> !unit.equals(scene.unit()));

    private static final Condition<Consultation, Ask> AN_ADVISER = Condition.choice(
            "unit",
            "not_an_adviser",
            "notice.4.4",
            "企业和乡镇不出具法律意见；法律适用请咨询县法院、县检察院，执法问题可咨询有关部门",
            Ask::unit,
            (c, unit, scene) -> scene.directory()
                    .unit(unit)
                    .filter(u -> ADVISERS.contains(u.kind()))
                    .isPresent());

    private static final Condition<Consultation, Ask> ONLY_THE_PROCURATORATE_JOINS = Condition.field(
            "unit",
            "not_the_procuratorate",
            "notice.4.5",
            "提前介入请商请县检察院",
            (c, a, scene) -> a.subject() != Subject.EARLY_INTERVENTION
                    || scene.directory().isOfKind(a.unit(), "procuratorate"));

    private static final Condition<Consultation, Action> ASKED_TO_JOIN = Condition.pointless(
            "no_intervention_asked",
            "notice.4.5",
            "本咨询没有商请提前介入",
            (c, scene) -> c.state().subject() == Subject.EARLY_INTERVENTION);

    static final Procedure<Consultation> TABLE = table();

    private ConsultationProcedure() {}

    private static Procedure<Consultation> table() {
        // spotless:off
        return Procedure.of(Consultation.class, ConsultationStatus.class)
                .opening(Ask.class).by(Who.anyUnit()).law("notice.4.4", "notice.4.5").to(ASKED)
                    .about("about", Ask::about, "case")
                    .requires(ANOTHER_UNIT, AN_ADVISER, ONLY_THE_PROCURATORATE_JOINS)
                    .then((none, a, scene) -> Consultation.asked(a, scene.unit(), scene.about().map(Matter::title).orElse(null), offence(scene)))
                    .admits(addressee(), "addressee", "受咨询单位（方案四（四）、四（五））")
                    .limits(REPLY, addressee(), "收到咨询", c -> c.state().round().replyBy())
                    .tells(addressee(), "有单位向本单位咨询，请答复")

                .from(ASKED)
                .on(Accept.class).by(addressee()).law("notice.4.4", "notice.4.5").to(ACCEPTED)
                    .duty("接受咨询并研究答复")
                    .timedBy(REPLY)

                .from(ASKED, ACCEPTED)
                .on(Join.class).by(addressee()).law("notice.4.5").to(ACCEPTED)
                    .requires(ASKED_TO_JOIN)
                    .then(Consultation::joined)
                    .issues(ConsultationDocuments.JOINING)
                    .tells(asker(), "提前介入已安排")
                .on(Answer.class).by(addressee()).law("notice.4.4", "notice.4.5").to(ANSWERED)
                    .duty("答复咨询", c -> c.status().equals(ACCEPTED.code()))
                    .then((c, a, scene) -> c.answered(a, scene.now()))
                    .stops(REPLY)
                    .issues(ConsultationDocuments.OPINION)
                    .tells(asker(), "咨询已答复")
                .on(Postpone.class).by(addressee()).law("notice.4.4", "notice.4.5")
                    .then((c, p) -> c.postponed(p.replyBy(), p.reason()))
                    .limits(REPLY, addressee(), "商定新的答复时间", c -> c.state().round().replyBy())
                    .tells(asker(), "答复时间有变动")
                .on(Decline.class).by(addressee()).law("notice.4.4", "notice.4.5").to(DECLINED)
                    .then((c, d) -> c.ended(d.reason()))
                    .tells(asker(), "咨询不予答复，请看理由")
                .on(Withdraw.class).by(asker()).law("notice.4.4", "notice.4.5").to(WITHDRAWN)
                    .then((c, w) -> c.ended(w.reason()))
                    .tells(addressee(), "咨询已撤回")

                .from(ANSWERED)
                .on(AskAgain.class).by(asker()).law("notice.4.4").to(ASKED)
                    .then(Consultation::askedAgain)
                    .limits(REPLY, addressee(), "收到追问", c -> c.state().round().replyBy())
                    .tells(addressee(), "对方就答复追问")
                .on(Close.class).by(asker()).law("notice.4.4").to(CLOSED)
                    .duty("说明采纳情况并办结")
                    .then(Consultation::closed)
                    .tells(addressee(), "咨询已办结，采纳情况见详情")
                .build();
        // spotless:on
    }

    /** The kind of case by which its answers are found again; nothing where conduct or goods are not known yet. */
    private static @Nullable Offence offence(Scene scene) {
        return scene.about()
                .map(Matter::state)
                .filter(Case.class::isInstance)
                .map(c -> of(((Case) c).facts()))
                .orElse(null);
    }

    static @Nullable Offence of(Facts facts) {
        var commodity = facts.commodity();
        var act = facts.act();
        return commodity == null || act == null ? null : new Offence(commodity.code(), act.code());
    }

    private static Who<Consultation> asker() {
        return Who.of("提出单位", c -> Optional.of(c.asker()));
    }

    private static Who<Consultation> addressee() {
        return Who.of("受咨询单位", c -> Optional.of(c.addressee()));
    }
}
