package cn.daxietong.identity;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import cn.daxietong.web.Faults;
import cn.daxietong.web.Flash;
import cn.daxietong.web.Views;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changing one's own password and enrolling a second factor; each asks for the password again. */
@Controller
class CredentialController {
    private static final int QR_SIZE = 240;

    private final SignIn signIn;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecurityLog log;

    CredentialController(
            SignIn signIn, Credentials credentials, Passwords passwords, Sessions sessions, SecurityLog log) {
        this.signIn = signIn;
        this.credentials = credentials;
        this.passwords = passwords;
        this.sessions = sessions;
        this.log = log;
    }

    @GetMapping("/account/password")
    ModelAndView passwordForm(SignedIn who) {
        return Views.page("identity/password", "修改密码", Map.of("faults", Faults.NONE, "must", who.mustChange()));
    }

    @PostMapping("/account/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            SignedIn who,
            HttpServletRequest request) {
        var account = who.viewer().account();
        var faults = new ArrayList<>(PasswordRules.faults(password, account.value()));
        if (!password.equals(again)) {
            faults.add(new Fault("again", "differs", "两次输入的新密码不一致。"));
        }
        if (password.equals(current)) {
            faults.add(new Fault("password", "same", "新密码不能与当前密码相同。"));
        }
        if (faults.isEmpty()) {
            faults.addAll(signIn.confirm(account, current));
        }
        if (!faults.isEmpty()) {
            return Views.faulty(
                    "identity/password",
                    "修改密码",
                    Map.of("faults", new Faults(faults), "must", who.mustChange()),
                    Refusal.invalid(faults));
        }
        credentials.changePassword(account, current, password, passwords.stretched(password));
        sessions.endOthers(account, request.getSession());
        request.changeSessionId();
        log.add(SecurityLog.Kind.PASSWORD_CHANGED, who.viewer(), account.value(), "");
        return Views.redirect("/account", Flash.done("密码已修改，其他地方的登录已结束。"));
    }

    @GetMapping("/account/totp")
    ModelAndView totpForm(SignedIn who) {
        return totp(who.viewer().account(), Faults.NONE, Optional.empty());
    }

    /** A new secret replaces a confirmed one, so the password is asked for first. */
    @PostMapping("/account/totp/begin")
    ModelAndView beginTotp(@RequestParam(defaultValue = "") String current, SignedIn who) {
        var account = who.viewer().account();
        var faults = signIn.confirm(account, current);
        if (!faults.isEmpty()) {
            return totp(account, new Faults(faults), Optional.of(Refusal.invalid(faults)));
        }
        credentials.beginTotp(account);
        log.add(SecurityLog.Kind.TOTP_CHANGED, who.viewer(), account.value(), "开始绑定");
        return Views.redirect("/account/totp");
    }

    @PostMapping("/account/totp/confirm")
    ModelAndView confirmTotp(@RequestParam(defaultValue = "") String otp, SignedIn who) {
        var account = who.viewer().account();
        if (!credentials.confirmTotp(account, otp)) {
            var faults = List.of(new Fault("otp", "wrong", "动态码不对。请确认手机时间准确，输入最新的 6 位数字。"));
            return totp(account, new Faults(faults), Optional.of(Refusal.invalid(faults)));
        }
        log.add(SecurityLog.Kind.TOTP_CHANGED, who.viewer(), account.value(), "启用");
        return Views.redirect("/account", Flash.done("动态码已启用，下次登录时需要填写。"));
    }

    @GetMapping("/account/totp/qr.png")
    ResponseEntity<byte[]> qr(SignedIn who) throws IOException, WriterException {
        var account = who.viewer().account();
        var secret = credentials.pendingTotp(account).orElseThrow(Refusal::notFound);
        var matrix = new QRCodeWriter()
                .encode(Totp.address("大协同平台", account.value(), secret), BarcodeFormat.QR_CODE, QR_SIZE, QR_SIZE);
        var image = new ByteArrayOutputStream();
        MatrixToImageWriter.writeToStream(matrix, "PNG", image);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(image.toByteArray());
    }

    private ModelAndView totp(AccountId account, Faults faults, Optional<Refusal> refusal) {
        var secret = credentials.pendingTotp(account).map(Base32::encode).orElse("");
        boolean enrolled = credentials
                .find(account.value())
                .map(Credentials.Stored::totpEnrolled)
                .orElse(false);
        var model = Map.of("faults", faults, "secret", grouped(secret), "enrolled", enrolled);
        return refusal.map(refused -> Views.faulty("identity/totp", "动态码", model, refused))
                .orElseGet(() -> Views.page("identity/totp", "动态码", model));
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
