package cn.daxietong.matter;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** From Java's spelling of a name to the API's. */
final class Names {
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Names() {}

    /** Asked for each field of each step; the names are those of our own classes, so that there are only so many. */
    static String snake(String name) {
        return KNOWN.computeIfAbsent(name, Names::spelled);
    }

    private static String spelled(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
