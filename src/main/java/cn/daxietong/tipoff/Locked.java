package cn.daxietong.tipoff;

import cn.daxietong.ledger.Suite;
import cn.daxietong.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A private key under a secret that a person knows: Argon2id (64 MiB, three passes), one derivation at a time for the office and one for the public. */
@SuppressWarnings("ArrayRecordComponent") // stored and used, never compared
record Locked(Suite suite, byte[] salt, byte[] wrapped) {
    private static final int KEY = 32;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final long PATIENCE_SECONDS = 8;
    /** More than these could not be served within that patience, and are told so at once. */
    private static final int MOST_WAITING = 24;

    /** Who waits for whom: the public never stands in the officers' way. */
    enum Queue {
        OFFICE,
        PUBLIC;

        private final Semaphore turns = new Semaphore(1, true);
    }

    /** Refuses while as many wait as can be served: before anything is asked of the database for them. */
    static void expectTurn(Queue queue) {
        if (queue.turns.getQueueLength() >= MOST_WAITING) {
            throw busy();
        }
    }

    private static Refusal busy() {
        return new Refusal(Refusal.Kind.TOO_MANY, "busy", "现在人多", "此刻使用的人较多，请过一会儿再提交。");
    }

    static Locked of(Queue queue, Suite suite, byte[] privateKey, String secret, String bound) {
        var salt = Box.random(SALT);
        var nonce = Box.random(NONCE);
        try {
            var body = suite.encrypt(key(queue, secret, salt), nonce, bound, privateKey);
            var wrapped = Arrays.copyOf(nonce, NONCE + body.length);
            System.arraycopy(body, 0, wrapped, NONCE, body.length);
            return new Locked(suite, salt, wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key; nothing where the secret is another. Takes the time of one derivation either way. */
    Optional<byte[]> unlock(Queue queue, String secret, String bound) {
        var key = key(queue, secret, salt);
        try {
            return Optional.of(suite.decrypt(
                    key, Arrays.copyOf(wrapped, NONCE), bound, Arrays.copyOfRange(wrapped, NONCE, wrapped.length)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Takes the time of an unlocking where there is nothing to unlock, so that nobody learns from the clock that there is not. */
    static void pretend(String secret) {
        key(Queue.PUBLIC, secret, new byte[SALT]);
    }

    private static byte[] key(Queue queue, String secret, byte[] salt) {
        var entered = false;
        try {
            entered = queue.turns.getQueueLength() < MOST_WAITING
                    && queue.turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!entered) {
                throw busy();
            }
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withSalt(salt)
                    .withMemoryAsKB(MEMORY_KIB)
                    .withIterations(PASSES)
                    .withParallelism(1)
                    .build());
            var key = new byte[KEY];
            generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), key);
            return key;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "stopping", "系统正在停止", "请稍后再试。");
        } finally {
            if (entered) {
                queue.turns.release();
            }
        }
    }
}
