package cn.daxietong.matter;

import java.util.Locale;

/** From Java's spelling of a name to the API's. */
final class Names {
    private Names() {}

    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
