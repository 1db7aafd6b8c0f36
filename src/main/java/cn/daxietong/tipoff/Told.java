package cn.daxietong.tipoff;

import java.util.List;

/**
 * What one of the two sides wrote, as it lies in its envelope.
 *
 * @param files each with the key under which it lies on the disk
 */
record Told(String text, List<TellersFile> files) {
    Told {
        files = List.copyOf(files);
    }

    static Told words(String text) {
        return new Told(text, List.of());
    }
}
