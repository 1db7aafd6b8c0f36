package cn.daxietong.matter;

/**
 * A personal identifier (个人信息保护法 第二十八、五十一条). In the database and in the ledger it stands encrypted under its matter's key; on a
 * page it stands masked unless the viewer's part in the matter needs it.
 */
public record Personal(String value) {
    /** What stands where the matter's key was destroyed when its retention ended. */
    static final Personal DESTROYED = new Personal("（已到保管期限，个人信息已销毁）");

    /** A few first and last characters kept, never more than half, or a short number could be guessed from its mask: 桂B****8, 138******34. */
    public String masked() {
        if (equals(DESTROYED)) {
            return value;
        }
        var points = value.codePoints().toArray();
        var shown = shown(points.length);
        var head = Math.min(3, (shown + 1) / 2);
        var tail = shown - head;
        return new String(points, 0, head)
                + "*".repeat(points.length - head - tail)
                + new String(points, points.length - tail, tail);
    }

    private static int shown(int length) {
        if (length <= 2) {
            return 0;
        }
        if (length <= 6) {
            return Math.min(2, length / 2);
        }
        return length <= 8 ? 3 : Math.min(7, length / 2);
    }

    @Override
    public String toString() {
        return masked();
    }
}
