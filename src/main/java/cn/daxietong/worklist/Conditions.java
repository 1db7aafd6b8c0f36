package cn.daxietong.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A where clause in the making; every fragment is a constant of ours and every value a parameter. */
final class Conditions {
    private final List<String> fragments = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    Conditions and(String fragment) {
        fragments.add(fragment);
        return this;
    }

    Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    String sql() {
        return " where " + String.join(" and ", fragments);
    }

    Map<String, Object> values() {
        return values;
    }
}
