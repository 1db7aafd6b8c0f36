package cn.daxietong.web;

/**
 * One choice.
 *
 * @param keys what it is also found by where there is much to choose from; empty where only by its title
 */
public record Option(String value, String title, String keys) {
    public Option(String value, String title) {
        this(value, title, "");
    }
}
