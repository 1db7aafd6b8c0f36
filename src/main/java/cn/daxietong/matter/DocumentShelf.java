package cn.daxietong.matter;

import cn.daxietong.document.OfficialDocument;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where issued documents are kept, in the transaction of the step that issued them. */
@FunctionalInterface
public interface DocumentShelf {
    void keep(JdbcClient db, UUID matter, IssuedDocument document, OfficialDocument content);
}
