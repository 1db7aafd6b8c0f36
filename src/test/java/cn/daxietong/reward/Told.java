package cn.daxietong.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import cn.daxietong.tipoff.Filing;
import cn.daxietong.tipoff.Holders;
import cn.daxietong.tipoff.Officers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tells tip-offs and rewards as the people concerned would. */
@TestComponent
public class Told {
    static final String WORD = "门前老榕树";
    static final String PIN = "204816";
    private static final String PROPOSAL = """
            {"about":"%s","standard":"%s",%s"payer":"U17","case_number":"%s",
             "eligibility":{"first_teller":true,"official":false,"injured":false,"participated":false,"rewarded":false,"checked":"查阅了收件顺序"}}
            """;

    final Proceedings proceedings;
    final Matters matters;
    private final Filing filing;
    private final TestAccounts accounts;
    private final MockMvcTester web;
    private final Viewer office;
    private final Viewer payer;

    public Told(
            Proceedings proceedings,
            Matters matters,
            Filing filing,
            Officers officers,
            TestAccounts accounts,
            MockMvcTester web) {
        this.proceedings = proceedings;
        this.matters = matters;
        this.filing = filing;
        this.accounts = accounts;
        this.web = web;
        this.payer = accounts.some("U16", Post.HANDLER);
        this.office = Holders.enrol(officers, accounts).duty();
    }

    /** A handler of the paying point, who knows nothing of tip-offs. */
    Viewer payer() {
        return payer;
    }

    /** The office's handler, with keys. */
    Viewer office() {
        return office;
    }

    /** A tip-off of whom only the teller has the code. */
    record Teller(String code, UUID tipoff) {}

    Teller tell() {
        var code = filing.tell("冷库夜里卸冻品", "中渡镇", "冻鸡爪", WORD);
        return new Teller(code, filing.known(code, WORD).orElseThrow());
    }

    /** One that led to a lead, which proved true. */
    Teller substantiated() {
        var teller = tell();
        act(office, teller.tipoff(), "accept", "{}");
        act(office, teller.tipoff(), "answer", "{\"outcome\":\"substantiated\",\"basis\":\"处罚决定\"}");
        return teller;
    }

    static String proposal(UUID tipoff, String standard, String figures, String kase) {
        return PROPOSAL.formatted(tipoff, standard, figures, kase);
    }

    UUID propose(Teller teller, String kase) {
        return propose(teller, "market_level_2", "\"base\":123456.78,", kase);
    }

    UUID propose(Teller teller, String standard, String figures, String kase) {
        return proceedings.open(
                office, "reward", Json.MAPPER.readTree(proposal(teller.tipoff(), standard, figures, kase)));
    }

    /** The half that a unit reviews. */
    UUID half(Viewer viewer, UUID reward) {
        return matters.visible(office, reward).matter().links().stream()
                .map(cn.daxietong.matter.Link::matter)
                .filter(id -> sees(viewer, id))
                .findFirst()
                .orElseThrow();
    }

    private boolean sees(Viewer viewer, UUID id) {
        try {
            return matters.visible(viewer, id).matter().owner().equals(viewer.unit());
        } catch (cn.daxietong.shared.Refusal absent) {
            return false;
        }
    }

    UUID granted(Teller teller, String kase) {
        var reward = propose(teller, kase);
        for (var unit : List.of("U17", "U09")) {
            var viewer = accounts.some(unit, Post.HANDLER);
            act(viewer, half(viewer, reward), "agree", "{}");
        }
        act(accounts.some("OFFICE", Post.HEAD), reward, "grant", "{}");
        return reward;
    }

    void act(Viewer viewer, UUID matter, String action, String fields) {
        proceedings.act(viewer, matter, action, Json.MAPPER.readTree(fields), null);
    }

    /** Claims with a PIN; the voucher's code. */
    String claimed(Teller teller) {
        var offer = body(sends("/report/reward", "code", teller.code(), "word", WORD));
        var voucher = voucher(offer);
        var good = body(
                sends("/report/reward/claim", "code", teller.code(), "word", WORD, "voucher", voucher, "pin", PIN));
        assertThat(good).contains("凭证已经生效", voucher);
        return voucher;
    }

    /** The codes of vouchers that tellers hold. */
    public List<String> vouchers(int many) {
        return java.util.stream.IntStream.range(0, many)
                .mapToObj(i -> {
                    var teller = substantiated();
                    granted(teller, "鹿打私案〔2026〕" + (700 + i) + "号");
                    return claimed(teller);
                })
                .toList();
    }

    static String voucher(String page) {
        var code = Pattern.compile("receipt-code\"[^>]*>([0-9 ]+)<").matcher(page);
        assertThat(code.find()).as(page).isTrue();
        return code.group(1);
    }

    /** As a browser without a session posts a form. */
    MvcTestResult sends(String path, String... parameters) {
        var request = web.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    MvcTestResult posts(Viewer viewer, String path, String... parameters) {
        var request = web.post().uri(path).with(csrf()).with(TestAccounts.as(viewer));
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    MvcTestResult gets(Viewer viewer, String path) {
        return web.get().uri(path).with(TestAccounts.as(viewer)).exchange();
    }

    String page(Viewer viewer, String path) {
        return body(gets(viewer, path));
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
