package cn.daxietong.tipoff;

import java.util.Optional;
import java.util.UUID;

/** What another module has for the teller of a tip-off; shown to whoever came with code and word, and posted on with both. */
@FunctionalInterface
public interface ForTheTeller {
    Optional<Offer> offer(UUID tipoff);

    /** @param path under {@code /report/}, where no cookie is set; it is sent {@code code}, {@code word} and {@code mode} */
    record Offer(String title, String sentence, String path, String button) {}
}
