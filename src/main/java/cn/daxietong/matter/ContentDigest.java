package cn.daxietong.matter;

import cn.daxietong.ledger.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** What the ledger remembers of what a document says: SHA-256 over its canonical content, in hexadecimal. */
final class ContentDigest {
    private ContentDigest() {}

    static String of(JsonNode content) {
        try {
            var canonical = CanonicalJson.write(content);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
