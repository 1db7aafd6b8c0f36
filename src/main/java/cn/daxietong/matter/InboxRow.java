package cn.daxietong.matter;

import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a list of matters. */
public record InboxRow(
        UUID id,
        String kind,
        String number,
        String title,
        String status,
        UnitId ownerUnit,
        @Nullable String commodity,
        @Nullable Instant dueAt,
        Instant createdAt,
        Instant updatedAt) {}
