package cn.daxietong.matter;

import cn.daxietong.database.Statements;
import cn.daxietong.document.OfficialDocument;
import java.util.UUID;

/** Where issued documents are kept, in the transaction of the step that issued them. */
@FunctionalInterface
public interface DocumentShelf {
    void keep(Statements statements, UUID matter, IssuedDocument document, OfficialDocument content);
}
