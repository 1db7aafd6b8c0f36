package cn.daxietong.tipoff;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.util.Locale;
import java.util.Optional;

/** What somebody's key is for; the unit and the post decide who may have it. */
enum Part {
    /** 值班人员 of 指挥部办公室, and of 县纪委监委 for what concerns officials: opens what was told, and one half of who told it. */
    DUTY("值班人员", "打开举报内容，和举报人来往"),
    /** 县司法局: keeps the other half of who told it. */
    CUSTODIAN("身份保管人", "审查查看举报人身份的申请"),
    /** Heads of 县检察院 and 县司法局: together, and only together, they open what a lost key would have lost. */
    ESCROW("备份保管人", "与另一位备份保管人一起，为丢失密钥的值班人员恢复举报内容");

    private final String title;
    private final String does;

    Part(String title, String does) {
        this.title = title;
        this.does = does;
    }

    String title() {
        return title;
    }

    String does() {
        return does;
    }

    Post post() {
        return this == ESCROW ? Post.HEAD : Post.HANDLER;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The part that this viewer may take; enterprises have none (who is left out where it is complained about: doc/adr/0019). */
    static Optional<Part> of(Viewer viewer) {
        if (viewer.unit().equals(UnitId.OFFICE) || viewer.unit().equals(TipDesk.DISCIPLINE.unit())) {
            return viewer.post() == Post.HANDLER ? Optional.of(DUTY) : Optional.empty();
        }
        if (viewer.unit().equals(TipProcedure.CUSTODIAN)) {
            return viewer.post() == Post.HANDLER
                    ? Optional.of(CUSTODIAN)
                    : viewer.post() == Post.HEAD ? Optional.of(ESCROW) : Optional.empty();
        }
        return viewer.unit().equals(UnitId.PROCURATORATE) && viewer.post() == Post.HEAD
                ? Optional.of(ESCROW)
                : Optional.empty();
    }
}
