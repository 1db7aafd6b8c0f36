package cn.daxietong.matter;

import cn.daxietong.document.OfficialDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a kind of document is drawn up from a matter as it stands after the action that issues it. */
public interface DocumentTemplate<S> {
    /** Stable code, such as {@code transfer_letter}. */
    String kind();

    /** In Chinese, as on the list of documents. */
    String title();

    /** The title where it depends on the matter. */
    default String title(Matter<S> matter) {
        return title();
    }

    /** The unit that issues it. */
    default cn.daxietong.shared.UnitId issuer(Matter<S> matter) {
        return matter.owner();
    }

    /** 发文机关代字 before the year, such as 鹿烟移; absent for internal forms, which have no number. */
    default Optional<String> series(Matter<S> matter, Directory directory) {
        return Optional.empty();
    }

    OfficialDocument compose(Matter<S> matter, Scene scene, @Nullable String number);
}
