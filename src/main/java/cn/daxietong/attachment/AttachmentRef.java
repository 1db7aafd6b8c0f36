package cn.daxietong.attachment;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.UUID;

/** A file that somebody sent: what it is called, what it is, and who sent it when. */
public record AttachmentRef(UUID id, String name, Content content, Origin origin) {

    /**
     * What the file holds, told by its bytes and not by its name.
     *
     * @param sm3 the second suite beside SHA-256 (GB/T 39786 8.4)
     */
    public record Content(String sha256, String sm3, long size, String mediaType) {}

    public record Origin(UnitId unit, AccountId account, Instant at) {}
}
