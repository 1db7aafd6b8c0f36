package cn.daxietong.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An account's username: what people and machines call it by, unique for ever and never given to another. */
public record AccountId(@JsonValue String value) implements Comparable<AccountId> {
    /** The platform itself, where a clock runs out and no person acted. */
    public static final AccountId SYSTEM = new AccountId("system");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        if (value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("an account id has 1 to 64 characters");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
