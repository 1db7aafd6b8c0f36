package cn.daxietong.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as lists show it. */
public record DocumentRef(
        UUID id, String kind, String title, @Nullable String number, Instant issuedAt) {}
