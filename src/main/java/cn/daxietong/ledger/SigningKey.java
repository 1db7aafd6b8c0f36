package cn.daxietong.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The key that signs checkpoints; its private half lies in a file outside the database and is made on the first start. */
final class SigningKey {
    private final Suite suite;
    private final PrivateKey secret;
    private final byte[] publicKey;

    private SigningKey(Suite suite, PrivateKey secret, byte[] publicKey) {
        this.suite = suite;
        this.secret = secret;
        this.publicKey = publicKey;
    }

    static SigningKey at(Path folder, Suite suite) {
        var secretFile = folder.resolve("ledger-" + suite.code() + ".key");
        var publicFile = folder.resolve("ledger-" + suite.code() + ".pub");
        try {
            if (!Files.exists(secretFile)) {
                make(suite, folder, secretFile, publicFile);
            }
            var factory = KeyFactory.getInstance(suite.keyType(), Suite.PROVIDER);
            var secret = factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(secretFile)));
            return new SigningKey(suite, secret, Files.readAllBytes(publicFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("账本签名密钥 " + secretFile + " 无法读取，请从备份恢复", e);
        }
    }

    private static void make(Suite suite, Path folder, Path secretFile, Path publicFile)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        var generator = KeyPairGenerator.getInstance(suite.keyType(), Suite.PROVIDER);
        if (suite == Suite.SM) {
            generator.initialize(new ECGenParameterSpec(suite.curve()));
        }
        var pair = generator.generateKeyPair();
        try {
            Files.write(
                    publicFile,
                    pair.getPublic().getEncoded(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            Files.createFile(
                    secretFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(secretFile, pair.getPrivate().getEncoded(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException e) {
            throw new IllegalStateException("另一个进程正在生成账本签名密钥，请重新启动", e);
        }
    }

    /** Names the key by its public half, so that nobody can put another under the same name. */
    String id() {
        return idOf(suite, publicKey);
    }

    static String idOf(Suite suite, byte[] publicKey) {
        return HexFormat.of().formatHex(Arrays.copyOf(suite.digest().digest(publicKey), 8));
    }

    Suite suite() {
        return suite;
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance(suite.signatureAlgorithm(), Suite.PROVIDER);
            signature.initSign(secret);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verifies(Suite suite, byte[] publicKey, byte[] text, byte[] signed) {
        try {
            PublicKey key = KeyFactory.getInstance(suite.keyType(), Suite.PROVIDER)
                    .generatePublic(new X509EncodedKeySpec(publicKey));
            var signature = Signature.getInstance(suite.signatureAlgorithm(), Suite.PROVIDER);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
