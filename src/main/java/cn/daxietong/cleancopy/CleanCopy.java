package cn.daxietong.cleancopy;

import java.nio.file.Path;
import java.util.List;

/** What came of cleaning a file; to be closed when it has been given out. */
public sealed interface CleanCopy extends AutoCloseable {
    @Override
    default void close() {
        // Only a copy that was made lies anywhere.
    }

    /**
     * A copy without anything that was not seen or heard.
     *
     * @param path where it lies, in memory, until it is closed
     * @param name as it may be called from now on; nothing of the original's name
     */
    record Cleaned(Path path, String name, String mediaType, Jail jail) implements CleanCopy {
        @Override
        public void close() {
            jail.close();
        }
    }

    /**
     * No copy; the original stays where it is.
     *
     * @param reason a whole sentence in Chinese that says what to do
     * @param listing what lies in an archive, by name, where that is what was sent
     */
    record HeldBack(String code, String reason, List<String> listing) implements CleanCopy {
        public HeldBack {
            listing = List.copyOf(listing);
        }

        static HeldBack because(Hold hold) {
            return new HeldBack(hold.code(), hold.sentence(), List.of());
        }
    }
}
