package cn.daxietong.database;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statement parameters of which some may be null, in the order of their question marks. */
public final class Parameters {
    private Parameters() {}

    public static List<@Nullable Object> of(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}
