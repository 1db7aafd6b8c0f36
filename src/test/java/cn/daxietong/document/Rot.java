package cn.daxietong.document;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A seal without keys, for documents that belong to no real matter. */
final class Rot implements ContentSeal {
    @Override
    public String seal(JdbcClient db, UUID matter, String content) {
        return turned(content);
    }

    static String turned(String content) {
        return Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> open(JdbcClient db, UUID matter, String sealed) {
        return Optional.of(new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8));
    }
}
