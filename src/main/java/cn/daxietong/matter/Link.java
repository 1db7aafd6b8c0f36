package cn.daxietong.matter;

import java.util.UUID;

/** Another matter that this one came from or led to; {@code rel} says as what: lead, case, transfer. */
public record Link(String rel, UUID matter) {}
