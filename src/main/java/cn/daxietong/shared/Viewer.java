package cn.daxietong.shared;

/**
 * Who is looking: one account acting in one post of one unit. Every read and every action takes one.
 *
 * @param scopes what a machine token is limited to ({@code read}, {@code write}); empty for a person, who is limited by post alone
 * @param acting true where the holder stands in for an absent head (主持工作的负责人, 国务院令310号 第五条)
 */
public record Viewer(
        AccountId account, UnitId unit, Post post, String name, boolean acting, java.util.Set<String> scopes) {
    public Viewer {
        scopes = java.util.Set.copyOf(scopes);
    }

    public static Viewer of(AccountId account, UnitId unit, Post post, String name) {
        return new Viewer(account, unit, post, name, false, java.util.Set.of());
    }
}
