package cn.daxietong.matter;

import cn.daxietong.document.ContentSeal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals what documents say under the key of their matter, as personal values and free text in the entries are. */
final class MatterKeys implements ContentSeal {
    private final Vault vault;

    MatterKeys(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String seal(JdbcClient db, UUID matter, String content) {
        return vault.seal(stored(db, matter).orElseGet(() -> made(db, matter)), content);
    }

    @Override
    public Optional<String> open(JdbcClient db, UUID matter, String sealed) {
        return stored(db, matter).map(key -> vault.open(key, sealed));
    }

    private Optional<byte[]> stored(JdbcClient db, UUID matter) {
        return db.sql("select wrapped from matter.key where matter_id = ?")
                .param(matter)
                .query(byte[].class)
                .optional()
                .map(wrapped -> vault.unwrap(matter, wrapped));
    }

    private byte[] made(JdbcClient db, UUID matter) {
        // A step under way may be making the key as well; what it sealed must not be lost to another.
        db.sql("select 1 from matter.matter where id = ? for update")
                .param(matter)
                .query(Integer.class)
                .optional();
        return stored(db, matter).orElseGet(() -> {
            var key = vault.freshKey();
            db.sql("insert into matter.key (matter_id, wrapped) values (?, ?)")
                    .params(matter, vault.wrap(matter, key))
                    .update();
            return key;
        });
    }
}
