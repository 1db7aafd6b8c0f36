package cn.daxietong.identity;

import cn.daxietong.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Stores and checks passwords: Argon2id (19 MiB, two passes), two derivations at a time, since more of them at once would starve everything else.
 * A generated password of 99 bits is kept as a salted digest until its first use: stretching adds nothing to what cannot be guessed, and a first
 * start need not derive a hundred keys.
 */
@Component
class Passwords {
    private static final String STRETCHED = "{argon2id}";
    private static final String GENERATED = "{generated}";
    private static final int SALT = 16;
    private static final int KEY = 32;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final long PATIENCE_MILLIS = 4_000;
    private static final String NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(SALT, KEY, 1, MEMORY_KIB, PASSES);
    private final Semaphore derivations = new Semaphore(2, true);

    String stretched(String password) {
        return limited(() -> STRETCHED + argon.encode(password));
    }

    static String generated(String password) {
        var salt = Secrets.bytes(SALT);
        var encoder = Base64.getEncoder();
        return GENERATED + encoder.encodeToString(salt) + "$" + encoder.encodeToString(digest(salt, password));
    }

    static boolean needsStretching(String stored) {
        return stored.startsWith(GENERATED);
    }

    /** Derives exactly once whatever is stored, even nothing, so that the time taken tells nobody whether the account exists. */
    boolean matches(String password, @Nullable String stored) {
        return limited(() -> {
            if (stored != null && stored.startsWith(STRETCHED)) {
                return argon.matches(password, stored.substring(STRETCHED.length()));
            }
            var derived = argon.matches(password, NOBODYS);
            return !derived && stored != null && stored.startsWith(GENERATED) && matchesGenerated(password, stored);
        });
    }

    private static boolean matchesGenerated(String password, String stored) {
        var parts = stored.substring(GENERATED.length()).split("\\$", 2);
        var salt = Base64.getDecoder().decode(parts[0]);
        return MessageDigest.isEqual(Base64.getDecoder().decode(parts[1]), digest(salt, password));
    }

    private static byte[] digest(byte[] salt, String password) {
        return Secrets.sha256(salt, password.getBytes(StandardCharsets.UTF_8));
    }

    private <T> T limited(Supplier<T> derivation) {
        boolean entered = false;
        try {
            entered = derivations.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (!entered) {
                throw new Refusal(Refusal.Kind.TOO_MANY, "busy", "登录的人太多", "此刻登录的人较多，请等几秒再试。");
            }
            return derivation.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "stopping", "系统正在停止", "请稍后再试。");
        } finally {
            if (entered) {
                derivations.release();
            }
        }
    }
}
