package cn.daxietong.reward;

import cn.daxietong.matter.Status;

/** Where one half of a reward's review stands. */
enum ReviewStatus implements Status {
    OPEN("待复核"),
    AGREED("同意"),
    REFUSED("不同意"),
    DROPPED("不再复核");

    private final String title;

    ReviewStatus(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public boolean closed() {
        return this != OPEN;
    }
}
