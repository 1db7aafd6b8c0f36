package cn.daxietong;

import cn.daxietong.shared.Post;
import java.time.LocalDate;
import java.time.ZoneId;

/** The ways of a penalty by one unit, told through the API: a fine of 2000元. */
final class Penalties {
    static final String DECISION = "{\"reason\":\"事实清楚，裁量适当\",\"single_fine\":true}";
    private final Client client;
    private final Cast cast;
    private final String unit;

    Penalties(Client client, Cast cast, String unit) {
        this.client = client;
        this.cast = cast;
        this.unit = unit;
    }

    String proposed(String kase, boolean hearing) {
        return client.open(cast.handler(unit), "penalty", """
                {"about":"%s","party":"某某商行，住所：鹿寨镇建中路","officers":%s,
                 "proposal":{"facts":"未取得烟草专卖零售许可证销售卷烟","evidence":"现场笔录、账本和询问笔录","grounds":"《烟草专卖法》第三十二条",
                  "sanctions":["fine","confiscation"],"fine_yuan":2000.00,"confiscated_yuan":900,"text":"没收违法所得，并处罚款二千元"},
                 "required":{"hearing":%s,"review":true,"discussion":true,"basis":"按本行业听证、审核的规定判断"}}
                """.formatted(kase, cast.officers(unit), hearing));
    }

    void notified(String penalty) {
        client.act(cast.handler(unit), penalty, "issue_notice");
        client.act(
                cast.handler(unit),
                penalty,
                "confirm_notified",
                "{\"notified_at\":\"" + cast.clock().instant() + "\",\"way\":\"direct\"}");
    }

    void reviewedAndDiscussed(String penalty) {
        client.act(
                cast.in(unit, Post.HANDLER),
                penalty,
                "legal_review",
                "{\"verdict\":\"passed\",\"opinion\":\"程序合法\",\"qualified\":true}");
        client.act(
                cast.head(unit), penalty, "discuss", """
                {"discussed_at":"%s","attendees":["局长","副局长"],"opinions":"一致同意","conclusion":"按拟处罚内容决定"}
                """.formatted(cast.clock().instant()));
    }

    void decided(String penalty) {
        client.act(cast.head(unit), penalty, "decide", DECISION);
    }

    void served(String penalty) {
        client.act(
                cast.handler(unit),
                penalty,
                "serve",
                "{\"served_at\":\"" + cast.clock().instant() + "\",\"way\":\"direct\",\"receipt\":\"经营者签收\"}");
    }

    void paid(String penalty) {
        client.act(cast.handler(unit), penalty, "record_payment", """
                {"purpose":"fine","amount_yuan":2000,"paid_on":"%s","channel":"bank","receipt":"桂财0002"}
                """.formatted(
                        LocalDate.ofInstant(cast.clock().instant(), ZoneId.of("Asia/Shanghai"))));
    }

    /** To the service of the decision. */
    String through(String kase) {
        var penalty = proposed(kase, false);
        notified(penalty);
        client.act(cast.handler(unit), penalty, "deliberate");
        reviewedAndDiscussed(penalty);
        decided(penalty);
        served(penalty);
        return penalty;
    }
}
