package cn.daxietong.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Keeps one-time-password secrets unreadable in the database: AES-256-GCM under a key in a file of its own (GB/T 22239 8.1.4.8). */
@Component
class Seal {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    Seal(IdentitySettings settings) {
        this.key = new SecretKeySpec(key(Path.of(settings.data()).resolve("identity.key")), "AES");
    }

    byte[] seal(byte[] secret, String owner) {
        var nonce = Secrets.bytes(NONCE);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner, secret);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** The owner's name is bound in, so that a secret copied to another account's row does not open. */
    byte[] open(byte[] sealed, String owner) {
        var nonce = new byte[NONCE];
        var body = new byte[sealed.length - NONCE];
        ByteBuffer.wrap(sealed).get(nonce).get(body);
        return cipher(Cipher.DECRYPT_MODE, nonce, owner, body);
    }

    private byte[] cipher(int mode, byte[] nonce, String owner, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(Secrets.digest(owner));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a sealed secret does not open; is this the key file it was sealed under?", e);
        }
    }

    private static byte[] key(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(file, Secrets.bytes(KEY));
            } catch (FileAlreadyExistsException e) {
                // Made by an earlier start.
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length != KEY) {
                throw new IllegalStateException("密钥文件 " + file + " 已损坏，请从备份恢复。");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
