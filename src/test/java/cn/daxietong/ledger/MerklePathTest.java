package cn.daxietong.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.daxietong.verifier.Inclusion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MerklePathTest {
    @TempDir
    Path folder;

    @Test
    void every_leaf_of_every_small_tree_is_proved_and_no_other_hash_is() {
        var key = SigningKey.at(folder, Suite.INTL);
        for (int size = 1; size <= 40; size++) {
            var leaves = new ArrayList<byte[]>();
            var tree = new MerkleTree(Suite.INTL);
            for (int i = 0; i < size; i++) {
                leaves.add(Suite.INTL.digest().digest(("entry " + i).getBytes(StandardCharsets.UTF_8)));
                tree.add(leaves.getLast());
            }
            var line = "daxietong-checkpoint|1|0|9|" + size + "|"
                    + HexFormat.of().formatHex(tree.root()) + "||0|intl|" + key.id();
            var signature = key.sign(line.getBytes(StandardCharsets.UTF_8));
            for (int index = 0; index < size; index++) {
                var path = new MerklePath(Suite.INTL, index, size);
                leaves.forEach(path::add);

                var anchor = new Inclusion.Anchor(
                        line,
                        cn.daxietong.verifier.Suite.INTL,
                        key.publicKey(),
                        signature,
                        index,
                        List.copyOf(path.siblings()));

                assertThat(Inclusion.holds(anchor, leaves.get(index)))
                        .as(index + " of " + size)
                        .isTrue();
                assertThat(Inclusion.holds(anchor, leaves.get((index + 1) % size)))
                        .isEqualTo(size == 1);
            }
        }
    }
}
