package cn.daxietong.database;

/** The platform cannot start here; the message tells the person at the machine why, and the remedy what to do. */
final class CannotStart extends RuntimeException {
    private final String remedy;

    CannotStart(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    CannotStart(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
