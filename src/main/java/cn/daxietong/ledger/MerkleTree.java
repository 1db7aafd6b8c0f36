package cn.daxietong.ledger;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;

/** A Merkle tree's root over leaves as they come (RFC 6962 §2.1), in memory that grows with the logarithm of their number. */
public final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest;
    private final Deque<Subtree> peaks = new ArrayDeque<>();
    private long size;

    @SuppressWarnings("ArrayRecordComponent") // a hash that is only hashed again
    private record Subtree(long size, byte[] hash) {}

    public MerkleTree(Suite suite) {
        this.digest = suite.digest();
    }

    public void add(byte[] leaf) {
        digest.update(LEAF);
        var top = new Subtree(1, digest.digest(leaf));
        while (!peaks.isEmpty() && peaks.peek().size() == top.size()) {
            top = new Subtree(top.size() * 2, node(peaks.pop().hash(), top.hash()));
        }
        peaks.push(top);
        size++;
    }

    long size() {
        return size;
    }

    /** The root of what was added so far; the hash of nothing where nothing was. */
    public byte[] root() {
        if (peaks.isEmpty()) {
            return digest.digest();
        }
        byte[] right = null;
        for (var peak : peaks) {
            right = right == null ? peak.hash() : node(peak.hash(), right);
        }
        return right == null ? new byte[0] : right;
    }

    private byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
