package cn.daxietong.demo;

import java.util.UUID;

/** An officer who stood aside in the month, and one about whom a party asked it and nobody has decided. */
final class Recusals {
    private static final String FACTS = """
            {"commodity":"tobacco","act":"no_lawful_source","conduct_date":"%s","entity":"person","place":"%s",
             "goods":[{"commodity":"tobacco","description":"卷烟","cigarette_sticks":2400,"value_yuan":1860}]}
            """;

    private final Teller teller;

    Recusals(Teller teller) {
        this.teller = teller;
    }

    void tell() {
        decided();
        asked();
    }

    private UUID filed(String unit, String title, String place) {
        var kase = teller.open(unit, "case", """
                {"title":"%s","facts":%s,"summary":"日常检查发现店内卷烟没有进货凭证。"}
                """.formatted(title, FACTS.formatted(teller.day(1), place)));
        teller.act(unit, kase, "file", "{}");
        return kase;
    }

    private UUID applied(String unit, UUID kase, String source, String reason) {
        return teller.open(unit, "recusal", """
                {"about":"%s","officer":%s,"source":"%s","reason":"%s"}
                """.formatted(kase, teller.secondOfficer(unit), source, reason));
    }

    private void decided() {
        teller.daysAgo(11);
        var kase = filed("U17", "平山镇烟酒店涉嫌经营无合法来源卷烟案", "平山镇");
        var recusal = applied("U17", kase, "others", "据其本人说明，当事人是其配偶的堂兄。");
        teller.head("U17", recusal, "grant", """
                {"successor":%s,"reason":"经核实属于近亲属关系，可能影响公正执法，应当回避。"}
                """.formatted(teller.officer("U17")));
    }

    private void asked() {
        teller.daysAgo(1);
        var kase = filed("U17", "黄冕镇便利店涉嫌经营无合法来源卷烟案", "黄冕镇");
        applied("U17", kase, "party", "当事人认为该经办人与举报人相识，申请其回避。");
    }
}
