package cn.daxietong.organization;

import java.util.List;
import java.util.UUID;

/** What came of an import: every row was taken or is in the list of failures, none is lost. */
public record ImportBatch(UUID id, ImportKind kind, int total, List<ImportRow> failed) {
    public ImportBatch {
        failed = List.copyOf(failed);
    }

    public int taken() {
        return total - failed.size();
    }
}
