package cn.daxietong.verifier;

/** Why a file cannot be gone on with, as one Chinese sentence that says what to do. */
public final class Unfit extends RuntimeException {
    private final boolean foreign;

    private Unfit(String sentence, boolean foreign) {
        super(sentence);
        this.foreign = foreign;
    }

    /** It was a bag and is none any more. */
    static Unfit altered(String sentence) {
        return new Unfit(sentence, false);
    }

    /** It never was one that this program knows, so nothing can be said of it. */
    static Unfit foreign(String sentence) {
        return new Unfit(sentence, true);
    }

    boolean foreign() {
        return foreign;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
