package cn.daxietong.tipoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What was sealed in either suite is read by the officers, whose own keys are of the platform's, and by the teller. */
@PlatformTest(ownDatabase = true)
@Import(TestAccounts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealingSuitesTest {
    private final Writing writing;
    private final Officers officers;
    private final Desk desk;
    private final Holders holders;
    private final ApplicationContext platform;

    SealingSuitesTest(
            Writing writing, Officers officers, Desk desk, TestAccounts accounts, ApplicationContext platform) {
        this.writing = writing;
        this.officers = officers;
        this.desk = desk;
        this.platform = platform;
        this.holders = Holders.enrol(officers, accounts);
    }

    private Filing filing(String suite) {
        return new Filing(
                writing,
                platform.getBean(Proceedings.class),
                officers,
                new Envelopes(platform.getBean(Reading.class), suite),
                platform.getBean(Clock.class),
                suite);
    }

    private List<String> suites(UUID tip) {
        return writing.inTransaction(
                db -> db.sql("""
                        select suite from tipoff.envelope where matter_id = :tip
                         union all select suite from tipoff.receipt where matter_id = :tip
                        """).param("tip", tip).query(String.class).list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm", "intl"})
    void a_tip_off_is_told_read_asked_about_and_answered(String suite) {
        var filing = filing(suite);
        var code = filing.tell("旧糖厂夜里搬冻品，" + suite, "", "", "门前老榕树");
        var tip = filing.known(code, "门前老榕树").orElseThrow();
        officers.unlock(holders.duty(), TestAccounts.PASSWORD);

        desk.write(holders.duty(), tip, "是哪几天？");
        assertThat(filing.answer(code, "门前老榕树", new Told("星期二", List.of()))).isPresent();

        assertThat(desk.letters(holders.duty(), tip).orElseThrow())
                .extracting(letter -> letter.told().text())
                .contains("旧糖厂夜里搬冻品，" + suite, "星期二");
        assertThat(filing.visit(code, "门前老榕树").orElseThrow().letters())
                .extracting(letter -> letter.told().text())
                .contains("是哪几天？");
        assertThat(filing.visit(code, "别的暗语")).isEmpty();
        assertThat(suites(tip)).contains(suite);
        officers.unlock(holders.custodian(), TestAccounts.PASSWORD);
        assertThat(desk.letters(holders.custodian(), tip).orElse(List.of())).isEmpty();
    }
}
