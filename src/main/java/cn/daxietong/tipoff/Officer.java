package cn.daxietong.tipoff;

import cn.daxietong.ledger.Suite;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.UnitId;
import java.util.UUID;

/**
 * Somebody's pair of keys, as far as anybody may know it.
 *
 * @param confirmed whether somebody of another unit has said that they are this officer's
 */
@SuppressWarnings("ArrayRecordComponent") // a key, used and never compared
record Officer(UUID key, AccountId account, UnitId unit, Part part, Suite suite, byte[] publicKey, boolean confirmed) {}
