package cn.daxietong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PlatformTest
class MainJobTest {
    private final Proceedings proceedings;
    private final Matters matters;

    MainJobTest(Proceedings proceedings, Matters matters) {
        this.proceedings = proceedings;
        this.matters = matters;
    }

    private static Viewer viewer(String unit, Post post) {
        return Viewer.of(new AccountId(unit.toLowerCase() + "-" + post.code()), new UnitId(unit), post, unit);
    }

    private UUID open(Viewer v, String kind, String json) {
        return proceedings.open(v, kind, Json.MAPPER.readTree(json));
    }

    private void act(Viewer v, UUID id, String action, String json) {
        proceedings.act(v, id, action, Json.MAPPER.readTree(json), null);
    }

    @Test
    void a_lead_becomes_a_case_and_is_transferred_and_filed() {
        var station = viewer("U18A", Post.HANDLER);
        var office = viewer("OFFICE", Post.HANDLER);
        var market = viewer("U12", Post.HANDLER);
        var lead = open(
                station,
                "lead",
                "{\"title\":\"散装汽油异常购买\",\"source\":\"station_report\",\"description\":\"多次购买\",\"subjects\":[{\"type\":\"vehicle\",\"value\":\"桂B12348\"}]}");
        act(office, lead, "dispatch", "{\"unit\":\"U12\"}");
        act(market, lead, "accept", "{}");
        act(market, lead, "verify", "{\"finding\":\"属实\",\"substantiated\":true}");
        act(market, lead, "open_case", "{}");
        var seen = matters.see(market, lead, "test");
        var kase = seen.matter().linked("case").orElseThrow();
        act(market, kase, "file", "{}");
        act(
                market,
                kase,
                "record_facts",
                "{\"facts\":{\"commodity\":\"tobacco\",\"act\":\"unlicensed_operation\",\"conduct_date\":\"2026-09-01\",\"entity\":\"person\",\"business_amount_yuan\":60000}}");
        assertThat(matters.timeline(market, kase)).hasSize(3);
    }
}
