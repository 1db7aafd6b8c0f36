package cn.daxietong.tipoff;

import cn.daxietong.matter.Scene;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Title;
import cn.daxietong.tipoff.TipAction.File;
import cn.daxietong.tipoff.TipAction.Ground;
import cn.daxietong.tipoff.TipAction.Hotline;
import cn.daxietong.tipoff.TipAction.Manner;
import cn.daxietong.tipoff.TipAction.Outcome;
import java.time.LocalDate;
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
        @Title("由县纪委监委受理") boolean officials) {

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
                f.officials());
    }

    /** Who received it. */
    TipDesk desk() {
        return officials ? TipDesk.DISCIPLINE : TipDesk.OFFICE;
    }

    Tip about(@Nullable String goods) {
        return with(goods, request, openings, ground, outcome, extension, unrewarded);
    }

    Tip asked(String reason, Scene scene) {
        return requested(new Request(scene.viewer().account(), reason, false), openings);
    }

    Tip allowed() {
        return request == null ? this : requested(new Request(request.by(), request.reason(), true), openings);
    }

    Tip denied() {
        return requested(null, openings);
    }

    /** What was agreed to is agreed to once. */
    Tip opened() {
        return requested(null, openings + 1);
    }

    Tip declined(Ground why) {
        return with(commodity, null, openings, why, outcome, extension, unrewarded);
    }

    Tip answered(Outcome what) {
        return with(commodity, null, openings, ground, what, extension, unrewarded);
    }

    Tip extended(String why) {
        return with(commodity, request, openings, ground, outcome, why, unrewarded);
    }

    Tip unrewarded(String why) {
        return with(commodity, request, openings, ground, outcome, extension, why);
    }

    /** What proved true is not over before somebody has thought of the reward; 县纪委监委 rewards by rules of its own. */
    TipStatus afterAnswer() {
        return substantiated() && !officials ? TipStatus.TO_REWARD : TipStatus.ANSWERED;
    }

    private Tip requested(@Nullable Request next, int opened) {
        return with(commodity, next, opened, ground, outcome, extension, unrewarded);
    }

    private Tip with(
            @Nullable String goods,
            @Nullable Request next,
            int opened,
            @Nullable Ground why,
            @Nullable Outcome what,
            @Nullable String longer,
            @Nullable String unpaid) {
        return new Tip(
                manner, filedOn, commitment, named, goods, next, opened, why, what, longer, unpaid, via, officials);
    }

    boolean identityAsked() {
        return request != null && !request.allowed();
    }

    boolean identityAllowed() {
        return request != null && request.allowed();
    }
}
