package cn.daxietong.tipoff;

import java.util.UUID;

/**
 * A file that came with a tip-off.
 *
 * @param key 32 bytes in base64; nowhere else than in the sealed envelope
 * @param size in bytes, as it came
 */
record TellersFile(UUID id, String name, String key, long size) {}
