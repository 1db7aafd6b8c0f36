package cn.daxietong.worklist;

import java.util.UUID;

/** A filter that somebody wants to come back to, under the name they gave it. */
public record SavedView(UUID id, String name, String query) {}
