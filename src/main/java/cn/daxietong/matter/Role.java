package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import java.util.Arrays;
import java.util.Locale;

/** What part a unit takes in a matter: a closed list, for the part decides what is shown in full and who may hand files in. */
enum Role {
    @Title("承办单位")
    OWNER(Sight.FULL),
    @Title("报送单位")
    REPORTER(Sight.WORKING),
    @Title("核查单位")
    ASSIGNEE(Sight.FULL),
    @Title("移送单位")
    SENDER(Sight.FULL),
    @Title("受移送单位")
    RECEIVER(Sight.FULL),
    @Title("申请单位")
    APPLICANT(Sight.WORKING),
    @Title("被督办单位")
    SUPERVISED(Sight.WORKING),
    @Title("会签单位")
    COSIGNER(Sight.WORKING),
    @Title("回头看单位")
    VERIFIER(Sight.WORKING),
    @Title("异议一方")
    PARTY(Sight.WORKING),
    @Title("临时负责单位")
    INTERIM(Sight.WORKING),
    @Title("受咨询单位")
    ADDRESSEE(Sight.WORKING),
    @Title("被监督单位")
    OVERSEEN(Sight.WORKING),
    @Title("有关主管机关")
    AUTHORITY(Sight.FULL),
    @Title("成员单位")
    MEMBER(Sight.FULL),
    @Title("协查单位")
    ASSISTANT(Sight.WORKING),
    @Title("参加行动单位")
    UNIT(Sight.WORKING),
    @Title("办案单位")
    CASE_UNIT(Sight.FULL),
    @Title("待接收单位")
    TAKER(Sight.FULL),
    @Title("原保管单位")
    FORMER_CUSTODIAN(Sight.WATCHING),
    @Title("身份保管单位")
    CUSTODIAN(Sight.WATCHING),
    @Title("综合协调")
    OFFICE(Sight.WATCHING),
    @Title("知会单位")
    INFORMED(Sight.WATCHING),
    @Title("监督单位")
    OVERSEER(Sight.WATCHING),
    @Title("上级机关")
    SUPERIOR(Sight.WATCHING),
    @Title("组长")
    LEADER(Sight.WATCHING);

    private enum Sight {
        WATCHING,
        WORKING,
        /** Whose work needs identifiers in full; all others see them masked (个人信息保护法 第五、六条). */
        FULL
    }

    private final Sight sight;

    Role(Sight sight) {
        this.sight = sight;
    }

    /** @param code as it stands in the state and the API: lower_snake_case */
    static Role of(String code) {
        return Arrays.stream(values())
                .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + code));
    }

    String title() {
        return Fields.titleOf(this);
    }

    boolean works() {
        return sight != Sight.WATCHING;
    }

    boolean needsIdentifiers() {
        return sight == Sight.FULL;
    }
}
