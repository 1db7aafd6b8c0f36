package cn.daxietong.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.attachment.AttachmentRef;
import cn.daxietong.attachment.Attachments;
import cn.daxietong.database.PlatformTest;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@PlatformTest
@Import(TestAccounts.class)
class EnclosureTest {
    private static final String LEAD =
            "{\"title\":\"带附件的线索\",\"source\":\"patrol\",\"description\":\"见附件\",\"attachments\":[\"%s\"]}";

    private final Proceedings proceedings;
    private final Attachments attachments;
    private final TestAccounts accounts;

    EnclosureTest(Proceedings proceedings, Attachments attachments, TestAccounts accounts) {
        this.proceedings = proceedings;
        this.attachments = attachments;
        this.accounts = accounts;
    }

    @Test
    void a_file_handed_in_with_a_lead_is_seen_by_whom_the_lead_is_seen_and_by_nobody_else() throws IOException {
        var station = accounts.some("U18A", Post.HANDLER);
        var file = attachments.receive(
                station, "说明.txt", new ByteArrayInputStream("散装汽油登记".getBytes(StandardCharsets.UTF_8)));

        var lead = proceedings.open(station, "lead", Json.MAPPER.readTree(LEAD.formatted(file.id())));

        assertThat(attachments.of(accounts.some("OFFICE", Post.HANDLER), lead))
                .extracting(AttachmentRef::id)
                .containsExactly(file.id());
        assertThat(attachments.of(accounts.some("U07", Post.HANDLER), lead)).isEmpty();
    }

    @Test
    void another_units_file_cannot_be_handed_in() throws IOException {
        var file = attachments.receive(
                accounts.some("U17", Post.HANDLER),
                "台账.txt",
                new ByteArrayInputStream("台账".getBytes(StandardCharsets.UTF_8)));
        var station = accounts.some("U18A", Post.HANDLER);

        assertThatThrownBy(() -> proceedings.open(station, "lead", Json.MAPPER.readTree(LEAD.formatted(file.id()))))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid_fields"));
    }
}
