package cn.daxietong.matter;

/**
 * A personal identifier (个人信息保护法 第二十八、五十一条). In the database and in the ledger it stands encrypted under its matter's key; on a
 * page it stands masked unless the viewer's part in the matter needs it.
 */
public record Personal(String value) {
    /** First and last characters kept, as is the custom: 桂B·****8, 138****0000. */
    public String masked() {
        var points = value.codePoints().toArray();
        if (points.length <= 2) {
            return "*".repeat(points.length);
        }
        var head = points.length > 6 ? 3 : 1;
        var tail = points.length > 6 ? Math.min(4, points.length - head - 2) : 1;
        return new String(points, 0, head)
                + "*".repeat(points.length - head - tail)
                + new String(points, points.length - tail, tail);
    }

    @Override
    public String toString() {
        return masked();
    }
}
