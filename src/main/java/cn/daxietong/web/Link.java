package cn.daxietong.web;

/** Somewhere to go: a crumb, a tab. */
public record Link(String title, String path, boolean current) {
    public static Link to(String title, String path) {
        return new Link(title, path, false);
    }

    public static Link here(String title, String path) {
        return new Link(title, path, true);
    }
}
