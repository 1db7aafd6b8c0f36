package cn.daxietong.document;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what documents say unreadable without the key of their matter. Asked for here, answered by whoever keeps those keys. */
public interface ContentSeal {
    /** In the transaction under way, which makes the matter's key where it has none yet. */
    String seal(JdbcClient db, UUID matter, String content);

    /** Empty where the matter's key is gone: its retention ended, or the asking role does not see it. */
    Optional<String> open(JdbcClient db, UUID matter, String sealed);
}
