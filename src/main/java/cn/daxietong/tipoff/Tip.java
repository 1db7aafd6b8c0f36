package cn.daxietong.tipoff;

import cn.daxietong.matter.Scene;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.tipoff.TipAction.Answer;
import cn.daxietong.tipoff.TipAction.File;
import cn.daxietong.tipoff.TipAction.Ground;
import cn.daxietong.tipoff.TipAction.Hotline;
import cn.daxietong.tipoff.TipAction.Manner;
import cn.daxietong.tipoff.TipAction.Outcome;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What anybody who runs the platform may know of a tip-off: that there is one, since which day, and how far it has come.
 *
 * @param commitment a hash of the receipt code, by which the teller shows the desk which tip-off is his
 * @param request who asked to see the identity, and whether the custodian agreed
 * @param openings how often the identity was opened
 * @param extension why its time was lengthened; absent where it was not
 * @param unrewarded why no reward was proposed; absent where one was, or none is due
 * @param via absent where the teller wrote it
 * @param officials whether it is about the office or an official
 * @param led whether a case came of the lead
 * @param basis what else shows that it is true; absent where a case came of the lead
 * @param before where it stood when it was merged, to which it returns where that is undone
 * @param parted why it was undone
 */
public record Tip(
        @Title("举报方式") Manner manner,
        @Title("举报日期") LocalDate filedOn,
        @Title("收到的凭证") String commitment,
        @Title("留有身份信封") boolean named,

        @Title(value = "涉及货物", picks = "commodity") @Nullable
        String commodity,

        @Nullable Request request,
        @Title("已打开身份次数") int openings,
        @Title("不予受理的理由") @Nullable Ground ground,
        @Title("核查结果") @Nullable Outcome outcome,

        @Title(value = "延长办理期限的理由", multiline = true) @Nullable
        String extension,

        @Title(value = "不提出奖励的理由", multiline = true) @Nullable
        String unrewarded,

        @Title("代填的热线") @Nullable Hotline via,
        @Title("由县纪委监委受理") boolean officials,
        @Title("线索转为案件") @Nullable Boolean led,

        @Title(value = "查实的依据", multiline = true) @Nullable String basis,

        @Title("并入前的状态") @Nullable TipStatus before,

        @Title(value = "撤销并入的理由", multiline = true) @Nullable
        String parted) {

    /** A request to see the identity. */
    record Request(
            @Title("申请人") AccountId by,
            @Title(value = "理由", multiline = true) String reason,
            @Title("保管人同意") boolean allowed) {}

    /** Whether what was told proved true. */
    public boolean substantiated() {
        return outcome == Outcome.SUBSTANTIATED;
    }

    /** Whether somebody from inside told it. */
    public boolean insider() {
        return manner == Manner.INSIDER;
    }

    static Tip filed(File f) {
        return new Tip(
                f.manner(),
                f.filedOn(),
                f.commitment(),
                f.named(),
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                f.via(),
                f.officials(),
                null,
                null,
                null,
                null);
    }

    /** Who received it. */
    TipDesk desk() {
        return officials ? TipDesk.DISCIPLINE : TipDesk.OFFICE;
    }

    Tip about(@Nullable String goods) {
        return with(next -> next.commodity = goods);
    }

    Tip asked(String reason, Scene scene) {
        return with(next -> next.request = new Request(scene.viewer().account(), reason, false));
    }

    Tip allowed() {
        return request == null ? this : with(next -> next.request = new Request(request.by(), request.reason(), true));
    }

    Tip denied() {
        return with(next -> next.request = null);
    }

    /** What was agreed to is agreed to once. */
    Tip opened() {
        return with(next -> {
            next.request = null;
            next.openings++;
        });
    }

    Tip declined(Ground why) {
        return with(next -> {
            next.request = null;
            next.ground = why;
        });
    }

    /** A unit is done with the lead; only what became a case proves anything. */
    Tip checked(boolean asCase) {
        return with(next -> next.led = asCase ? true : null);
    }

    Tip answered(Answer a) {
        return with(next -> {
            next.request = null;
            next.outcome = a.outcome();
            next.basis = a.basis();
        });
    }

    Tip extended(String why) {
        return with(next -> next.extension = why);
    }

    Tip unrewarded(String why) {
        return with(next -> next.unrewarded = why);
    }

    /** What is merged is looked into with another; where it stood is kept. */
    Tip merged(TipStatus from) {
        return with(next -> next.before = from);
    }

    Tip parted(String why) {
        return with(next -> next.parted = why);
    }

    TipStatus beforeMerging() {
        return before == null ? TipStatus.RECEIVED : before;
    }

    boolean ledToACase() {
        return led != null && led;
    }

    /** What proved true is not over before somebody has thought of the reward; 县纪委监委 rewards by rules of its own. */
    TipStatus afterAnswer() {
        return substantiated() && !officials ? TipStatus.TO_REWARD : TipStatus.ANSWERED;
    }

    boolean identityAsked() {
        return request != null && !request.allowed();
    }

    boolean identityAllowed() {
        return request != null && request.allowed();
    }

    private Tip with(Consumer<Next> change) {
        var next = new Next();
        change.accept(next);
        return next.tip();
    }

    /** The same tip-off a step later. */
    private final class Next {
        private @Nullable String commodity = Tip.this.commodity;
        private @Nullable Request request = Tip.this.request;
        private int openings = Tip.this.openings;
        private @Nullable Ground ground = Tip.this.ground;
        private @Nullable Outcome outcome = Tip.this.outcome;
        private @Nullable String extension = Tip.this.extension;
        private @Nullable String unrewarded = Tip.this.unrewarded;
        private @Nullable Boolean led = Tip.this.led;
        private @Nullable String basis = Tip.this.basis;
        private @Nullable TipStatus before = Tip.this.before;
        private @Nullable String parted = Tip.this.parted;

        private Tip tip() {
            return new Tip(
                    manner,
                    filedOn,
                    commitment,
                    named,
                    commodity,
                    request,
                    openings,
                    ground,
                    outcome,
                    extension,
                    unrewarded,
                    via,
                    officials,
                    led,
                    basis,
                    before,
                    parted);
        }
    }
}
