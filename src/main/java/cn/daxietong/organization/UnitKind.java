package cn.daxietong.organization;

import java.util.Locale;

/** What a unit is; rules ask it, for instance who may carry out an administrative penalty and who may not. */
public enum UnitKind {
    HEADQUARTERS("指挥部"),
    OFFICE("指挥部办公室"),
    GOVERNMENT("政府"),
    PARTY("党委部门"),
    DEPARTMENT("政府部门"),
    ENFORCEMENT("行政执法机关"),
    POLICE("公安机关"),
    COURT("人民法院"),
    PROCURATORATE("人民检察院"),
    DISCIPLINE("纪检监察机关"),
    CUSTOMS("海关"),
    ENTERPRISE("企业"),
    TOWNSHIP("乡镇"),
    SUPERIOR("上级打私部门");

    private final String title;

    UnitKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static UnitKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether officers of it investigate in pairs and cases start with it (国务院令310号 第五条; 行政处罚法 第四十二条). */
    public boolean investigates() {
        return this == ENFORCEMENT || this == POLICE || this == CUSTOMS;
    }
}
