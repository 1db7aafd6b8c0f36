package cn.daxietong.tipoff;

import cn.daxietong.database.Writing;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which files belong to a tip-off. */
@Component
class FileRegister {
    private final Writing writing;

    FileRegister(Writing writing) {
        this.writing = writing;
    }

    boolean known(UUID id) {
        return writing.inTransaction(db -> db.sql("select exists (select from tipoff.file where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single());
    }
}
