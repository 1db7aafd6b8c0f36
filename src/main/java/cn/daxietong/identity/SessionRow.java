package cn.daxietong.identity;

import java.time.Instant;

/** One of an account's sessions, named by a digest of its id: the id itself opens the session and appears on no page. */
public record SessionRow(
        String handle, Instant since, Instant lastUsed, String address, String browser, boolean current) {}
