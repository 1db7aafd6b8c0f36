package cn.daxietong.exhibit;

import cn.daxietong.matter.Status;

/** Where a stocktaking stands. */
public enum InventoryStatus implements Status {
    COUNTING("盘点中"),
    DIFFERENT("有差异，待说明"),
    FINISHED("已完成"),
    VOID("已作废");

    private final String title;

    InventoryStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this == FINISHED || this == VOID;
    }
}
