package cn.daxietong.matter;

import cn.daxietong.database.Statements;
import cn.daxietong.document.OfficialDocument;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Where issued documents are kept, in the transaction of the step that issued them. */
@FunctionalInterface
public interface DocumentShelf {
    /** @param seal puts a text under the matter's key */
    void keep(
            Statements statements,
            UUID matter,
            IssuedDocument document,
            OfficialDocument content,
            UnaryOperator<String> seal);
}
