package cn.daxietong;

/** The ways of the main job, told through the API; each returns the ids that it made. */
final class Stories {
    static final String REACHED =
            "{\"commodity\":\"tobacco\",\"act\":\"unlicensed_operation\",\"conduct_date\":\"2026-09-01\","
                    + "\"entity\":\"person\",\"business_amount_yuan\":60000}";
    static final String SMALL =
            "{\"commodity\":\"tobacco\",\"act\":\"unlicensed_operation\",\"conduct_date\":\"2026-09-01\","
                    + "\"entity\":\"person\",\"business_amount_yuan\":3000,\"prior_penalties\":[]}";
    private static final String ITEMS =
            "{\"items\":[{\"description\":\"卷烟\",\"quantity\":120,\"unit\":\"条\",\"value_yuan\":60000},"
                    + "{\"description\":\"账本\",\"quantity\":1,\"unit\":\"册\"}],\"seized_at\":\"%s\"}";

    private final Client client;
    private final Cast cast;

    Stories(Client client, Cast cast) {
        this.client = client;
        this.cast = cast;
    }

    /** Seized an hour ago. */
    String items() {
        return ITEMS.formatted(cast.clock().instant().minusSeconds(3600));
    }

    String aCase(String unit, String title, String facts) {
        return client.open(
                cast.handler(unit),
                "case",
                "{\"title\":\"" + title + "\",\"facts\":" + facts + ",\"summary\":\"按检查笔录登记\"}");
    }

    /** Proposed, approved and sent; returns the transfer. */
    String transferred(String from, String kase, String to) {
        client.act(
                cast.handler(from),
                kase,
                "propose_transfer",
                "{\"target_unit\":\"" + to + "\",\"officers\":" + cast.officers(from) + ",\"report\":\"涉嫌犯罪，建议移送\"}");
        client.act(cast.head(from), kase, "approve_transfer");
        var transfer = client.linked(cast.handler(from), kase, "transfer");
        if (to.equals("U08")) {
            // 国务院令310号 第六条: what is missing is named, and nothing is sent.
            client.tries(cast.handler(from), transfer, "send", "{\"materials\":[]}")
                    .is(422);
        }
        client.act(
                cast.handler(from),
                transfer,
                "send",
                "{\"materials\":[{\"kind\":\"investigation_report\",\"title\":\"调查报告\",\"copies\":1},"
                        + "{\"kind\":\"inspection_report\",\"title\":\"鉴定意见\",\"copies\":1}]}");
        return transfer;
    }

    /** From a petrol station's lead to a case of 县市场监管局. */
    String caseFromLead(String station, String unit) {
        var lead = client.open(
                cast.handler(station),
                "lead",
                "{\"title\":\"夜间卸运卷烟\",\"source\":\"station_report\",\"description\":\"两次\",\"subjects\":[{\"type\":\"vehicle\",\"value\":\"桂B12345\"}]}");
        client.act(cast.handler("OFFICE"), lead, "dispatch", "{\"unit\":\"" + unit + "\",\"note\":\"请核查\"}");
        client.act(cast.handler(unit), lead, "accept");
        client.act(cast.handler(unit), lead, "verify", "{\"finding\":\"属实\",\"substantiated\":true}");
        client.act(cast.handler(unit), lead, "open_case");
        return client.linked(cast.handler(unit), lead, "case");
    }
}
