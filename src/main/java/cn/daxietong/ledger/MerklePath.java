package cn.daxietong.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The hashes beside one leaf's way up to the root (RFC 6962 §2.1.1), from leaves as they come; in memory that grows with the logarithm of their
 * number.
 */
public final class MerklePath {
    private final Suite suite;
    private final long index;
    /** The subtrees that lie beside the way, left to right, each over {@code [from, to)}. */
    private final Deque<Range> ahead;

    private final List<Sibling> found = new ArrayList<>();
    private MerkleTree tree;
    private long seen;

    private record Range(long from, long to, int depth) {}

    @SuppressWarnings("ArrayRecordComponent") // a hash, handed on
    private record Sibling(int depth, byte[] hash) {}

    public MerklePath(Suite suite, long index, long size) {
        this.suite = suite;
        this.index = index;
        this.tree = new MerkleTree(suite);
        this.ahead = new ArrayDeque<>(ranges(index, size));
    }

    private static List<Range> ranges(long index, long size) {
        var ranges = new ArrayList<Range>();
        long from = 0;
        long to = size;
        int depth = 0;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            depth++;
            if (index < middle) {
                ranges.add(new Range(middle, to, depth));
                to = middle;
            } else {
                ranges.add(new Range(from, middle, depth));
                from = middle;
            }
        }
        ranges.sort(Comparator.comparingLong(Range::from));
        return ranges;
    }

    public void add(byte[] leaf) {
        var range = ahead.peek();
        if (range != null && seen >= range.from() && seen != index) {
            tree.add(leaf);
            if (seen + 1 == range.to()) {
                found.add(new Sibling(range.depth(), tree.root()));
                tree = new MerkleTree(suite);
                ahead.remove();
            }
        }
        seen++;
    }

    public List<byte[]> siblings() {
        return found.stream()
                .sorted(Comparator.comparingInt(Sibling::depth).reversed())
                .map(Sibling::hash)
                .toList();
    }
}
