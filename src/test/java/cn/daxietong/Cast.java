package cn.daxietong;

import cn.daxietong.database.Writing;
import cn.daxietong.identity.TestAccounts;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** People of the county, each made when first asked for. */
final class Cast {
    private final TestAccounts accounts;
    private final Clock clock;
    private final Map<String, Viewer> people = new HashMap<>();

    Cast(Writing writing, Clock clock) {
        this.clock = clock;
        this.accounts = new TestAccounts(writing, clock);
    }

    Viewer handler(String unit) {
        return people.computeIfAbsent(unit + " handler", k -> accounts.some(unit, Post.HANDLER));
    }

    Viewer colleague(String unit) {
        return people.computeIfAbsent(unit + " colleague", k -> accounts.some(unit, Post.HANDLER));
    }

    Viewer head(String unit) {
        return people.computeIfAbsent(unit + " head", k -> accounts.some(unit, Post.HEAD));
    }

    /** Who stands in for the unit's absent head. */
    Viewer deputy(String unit) {
        return people.computeIfAbsent(unit + " deputy", k -> accounts.actingHead(unit));
    }

    void headIsBack(String unit) {
        accounts.endActing(deputy(unit));
    }

    Viewer in(String unit, Post post) {
        return accounts.some(unit, post);
    }

    /** The two officers of a special group (国务院令310号 第五条), as JSON. */
    String officers(String unit) {
        return "[\"" + handler(unit).account() + "\",\"" + colleague(unit).account() + "\"]";
    }

    Clock clock() {
        return clock;
    }
}
