package cn.daxietong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.daxietong.database.PlatformTest;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PlatformTest(
        ownDatabase = true,
        properties = {
            "daxietong.demo=true",
            "daxietong.limits.sign-in-burst=12",
            "daxietong.limits.sign-in-per-second=0"
        })
class FirstAccountsTest {
    private final FirstAccounts first;
    private final Units units;
    private final Accounts accounts;
    private final MockMvcTester web;
    private final Clock clock;
    private final Path file;

    FirstAccountsTest(
            FirstAccounts first,
            Units units,
            Accounts accounts,
            MockMvcTester web,
            Clock clock,
            IdentitySettings settings) {
        this.first = first;
        this.units = units;
        this.accounts = accounts;
        this.web = web;
        this.clock = clock;
        this.file = Path.of(settings.data()).resolve("demo-accounts.csv");
    }

    @Test
    void every_unit_has_its_people_in_a_file_that_only_its_owner_reads() throws IOException {
        var lines = Files.readAllLines(file);

        assertThat(lines.getFirst()).isEqualTo("username,password,unit,post,totp_secret,单位,岗位");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(units.all()).allSatisfy(unit -> {
            assertThat(accounts.handlers(unit.id())).isNotEmpty();
            assertThat(accounts.holders(unit.id(), Post.HEAD)).hasSize(1);
            assertThat(accounts.holders(unit.id(), Post.UNIT_ADMIN)).hasSize(1);
            // 国务院令310号 第五条: two or more officers.
            if (unit.kind().investigates()) {
                assertThat(accounts.handlers(unit.id())).hasSizeGreaterThanOrEqualTo(2);
            }
        });
        assertThat(lines.stream().filter(line -> line.startsWith("u08-handler2,")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",U08,handler,").endsWith(",县公安局,经办人"));
        assertThat(lines).extracting(line -> line.split(",", -1)[1]).doesNotHaveDuplicates();
    }

    @Test
    void a_second_start_makes_no_account_and_leaves_the_file() throws IOException {
        var before = Files.readString(file);

        first.create();

        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void an_account_that_was_never_made_opens_nothing() {
        assertThat(accounts.find(new AccountId("admin"))).isEmpty();
        assertThat(signIn("admin", "admin", null)).hasStatus(401);
    }

    @Test
    void a_one_time_code_is_checked_where_given_and_taken_once() throws IOException {
        var line = line("u09-head");
        var code = Totp.codeAt(Base32.decode(line.get(4)), clock.instant());

        assertThat(signIn("u09-head", line.get(1), null)).hasStatusOk();
        assertThat(signIn("u09-head", line.get(1), "000000")).hasStatus(401);
        assertThat(signIn("u09-head", line.get(1), code)).hasStatusOk();
        assertThat(signIn("u09-head", line.get(1), code)).hasStatus(401);
    }

    @Test
    void who_administers_the_platform_never_signs_in_with_the_password_alone() throws IOException {
        var line = line("audit-admin");

        assertThat(signIn("audit-admin", line.get(1), null))
                .hasStatus(401)
                .bodyText()
                .contains("otp_required", "动态码");
        assertThat(signIn("audit-admin", line.get(1), Totp.codeAt(Base32.decode(line.get(4)), clock.instant())))
                .hasStatusOk();
        assertThat(signIn("u12-handler", line("u12-handler").get(1), null)).hasStatusOk();
    }

    @Test
    void a_flood_of_sign_ins_from_one_address_is_slowed() {
        MvcTestResult last = from("203.0.113.9");
        for (int i = 0; i < 12; i++) {
            last = from("203.0.113.9");
        }

        assertThat(last).hasStatus(429).headers().containsHeader("Retry-After");
        assertThat(from("203.0.113.10")).hasStatus(422);
    }

    /** Without a password, so that nothing is derived. */
    private MvcTestResult from(String address) {
        return web.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult signIn(String username, String password, @Nullable String otp) {
        return web.post()
                .uri("/api/v1/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"username\":\"%s\",\"password\":\"%s\"%s}"
                        .formatted(username, password, otp == null ? "" : ",\"otp\":\"" + otp + "\""))
                .exchange();
    }

    private List<String> line(String username) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(username + ","))
                .map(line -> List.of(line.split(",", -1)))
                .findFirst()
                .orElseThrow();
    }
}
