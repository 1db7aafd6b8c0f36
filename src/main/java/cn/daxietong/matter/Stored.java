package cn.daxietong.matter;

import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * A matter as loaded, with what is needed to write the next entry behind it.
 *
 * @param tree the snapshot as it stands in the database, personal values sealed; parsed only by whoever writes
 * @param head hash of its newest ledger entry
 * @param key its key for personal values
 */
@SuppressWarnings("ArrayRecordComponent") // a hash, read and passed on
record Stored<S>(MatterKind<S> kind, Matter<S> matter, Supplier<ObjectNode> tree, byte[] head, MatterKey key) {
    UUID id() {
        return matter.id();
    }
}
