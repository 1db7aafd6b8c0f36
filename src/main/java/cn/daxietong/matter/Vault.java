package cn.daxietong.matter;

import cn.daxietong.ledger.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps personal values under one key per matter, and those keys under the platform's own key, which lies in a file outside the database.
 * Destroying a matter's key ends the retention of its personal values while the chain over their ciphertext still verifies.
 */
public final class Vault {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private final byte[] master;
    private final Suite suite;

    public Vault(byte[] master, Suite suite) {
        this.master = master.clone();
        this.suite = suite;
    }

    /** The platform's key from its file, made on the first start; readable by its owner alone. */
    public static Vault at(Path file, Suite suite) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                var fresh = new byte[32];
                RANDOM.nextBytes(fresh);
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
                try {
                    Files.createFile(file, owner);
                    Files.write(file, fresh, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
                } catch (FileAlreadyExistsException e) {
                    // Another process of the same platform was first; its key is the one.
                }
            }
            var key = Files.readAllBytes(file);
            if (key.length != 32) {
                throw new IllegalStateException("密钥文件 " + file + " 已损坏：应为 32 字节。请从备份恢复，切勿删除。");
            }
            return new Vault(key, suite);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Suite suite() {
        return suite;
    }

    byte[] freshKey() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }

    /** The matter's key as the database may hold it. */
    byte[] wrap(UUID matter, byte[] key) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return join(suite, nonce, crypt(suite, Cipher.ENCRYPT_MODE, master, nonce, matter.toString(), key));
    }

    byte[] unwrap(UUID matter, byte[] wrapped) {
        var used = Suite.values()[wrapped[0]];
        var nonce = Arrays.copyOfRange(wrapped, 1, 1 + NONCE);
        return crypt(
                used,
                Cipher.DECRYPT_MODE,
                master,
                nonce,
                matter.toString(),
                Arrays.copyOfRange(wrapped, 1 + NONCE, wrapped.length));
    }

    /** The same value under the same key has the same ciphertext, so that an unchanged value shows no change in the ledger. */
    String seal(byte[] key, String value) {
        var plain = value.getBytes(StandardCharsets.UTF_8);
        var nonce = Arrays.copyOf(hmac(key, plain), NONCE);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(join(suite, nonce, crypt(suite, Cipher.ENCRYPT_MODE, key, nonce, "", plain)));
    }

    String open(byte[] key, String sealed) {
        var bytes = Base64.getUrlDecoder().decode(sealed);
        var used = Suite.values()[bytes[0]];
        var nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE);
        var plain =
                crypt(used, Cipher.DECRYPT_MODE, key, nonce, "", Arrays.copyOfRange(bytes, 1 + NONCE, bytes.length));
        return new String(plain, StandardCharsets.UTF_8);
    }

    /** Finds the same person, plate or phone again without storing it in clear; useless without the platform's key. */
    String digest(Subject subject) {
        var normalised = subject.type().name().toLowerCase(java.util.Locale.ROOT) + "|"
                + subject.value().value().replaceAll("[\\s·\\-]", "").toUpperCase(java.util.Locale.ROOT);
        return HexFormat.of().formatHex(Arrays.copyOf(hmac(master, normalised.getBytes(StandardCharsets.UTF_8)), 16));
    }

    /** As {@link #digest(Subject)}, for a box, frame or batch number: however it is spaced, dashed or typed in full width, it is the same. */
    String digest(Personal thing) {
        var normalised = "THING|"
                + Normalizer.normalize(thing.value(), Normalizer.Form.NFKC)
                        .replaceAll("[^\\p{L}\\p{N}]", "")
                        .toUpperCase(java.util.Locale.ROOT);
        return HexFormat.of().formatHex(Arrays.copyOf(hmac(master, normalised.getBytes(StandardCharsets.UTF_8)), 16));
    }

    private static byte[] join(Suite suite, byte[] nonce, byte[] body) {
        var all = new byte[1 + nonce.length + body.length];
        all[0] = (byte) suite.ordinal();
        System.arraycopy(nonce, 0, all, 1, nonce.length);
        System.arraycopy(body, 0, all, 1 + nonce.length, body.length);
        return all;
    }

    private static byte[] crypt(Suite suite, int mode, byte[] key, byte[] nonce, String bound, byte[] input) {
        try {
            return mode == Cipher.ENCRYPT_MODE
                    ? suite.encrypt(key, nonce, bound, input)
                    : suite.decrypt(key, nonce, bound, input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("个人信息密文无法解开：密钥不符或内容被改动", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] input) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
