package cn.daxietong.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.matter.Filter;
import cn.daxietong.matter.InboxRow;
import cn.daxietong.matter.Inboxes;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@PlatformTest(ownDatabase = true, properties = "daxietong.demo=true")
class DemoMonthTest {
    private final Inboxes inboxes;
    private final DemoMonth month;

    DemoMonthTest(Inboxes inboxes, DemoMonth month) {
        this.inboxes = inboxes;
        this.month = month;
    }

    private static Viewer of(String unit) {
        return Viewer.of(new AccountId("demo-reader"), new UnitId(unit), Post.HANDLER, "演示");
    }

    @Test
    @SuppressWarnings("NullAway") // the arguments are not looked at
    void the_month_shows_every_kind_at_many_stages_and_is_told_only_once() {
        var before = inboxes.count(of("OFFICE"), Filter.NONE);

        month.run(null);

        assertThat(before).isGreaterThan(30).isEqualTo(inboxes.count(of("OFFICE"), Filter.NONE));
        var stages = inboxes.page(of("OFFICE"), Filter.NONE, null, 200).items().stream()
                .map(row -> row.kind() + ":" + row.status())
                .collect(Collectors.toSet());
        assertThat(stages)
                .contains(
                        "lead:registered",
                        "lead:dispatched",
                        "lead:accepted",
                        "lead:closed",
                        "case:filed",
                        "case:transfer_proposed",
                        "case:criminal_investigation",
                        "case:closed",
                        "transfer:sent",
                        "transfer:received",
                        "transfer:supervision",
                        "transfer:taken_over");
        assertThat(inboxes.page(of("U12"), Filter.ofKind("exhibit"), null, 200).items())
                .extracting(InboxRow::status)
                .contains("registered", "in_custody", "handing_over", "disposal_proposed");
        assertThat(inboxes.count(of("U12"), Filter.ofKind("inventory"))).isPositive();
        assertThat(inboxes.page(of("U17"), Filter.ofKind("recusal"), null, 200).items())
                .extracting(InboxRow::status)
                .contains("recused", "applied");
        assertThat(inboxes.count(of("U07"), Filter.NONE))
                .as("only its own report")
                .isEqualTo(1);
    }
}
