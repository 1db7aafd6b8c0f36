package cn.daxietong.document;

import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.UUID;

/**
 * A document that has been issued: its content, with the address of its check page, and what it belongs to. Everything in it is decided when it
 * is prepared, so that a replay stores the same row.
 */
public record IssuedDocument(
        UUID id, UUID matter, UnitId unit, String checkCode, Instant issuedAt, OfficialDocument content) {}
