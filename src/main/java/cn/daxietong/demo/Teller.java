package cn.daxietong.demo;

import cn.daxietong.identity.Accounts;
import cn.daxietong.matter.Link;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Proceedings;
import cn.daxietong.shared.Json;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes steps as some unit's account at some past moment, through the same proceedings as everybody else. */
final class Teller {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Proceedings proceedings;
    private final Matters matters;
    private final Accounts accounts;
    private final Instant now;
    private Instant moment;

    Teller(Proceedings proceedings, Matters matters, Accounts accounts, Instant now) {
        this.proceedings = proceedings;
        this.matters = matters;
        this.accounts = accounts;
        this.now = now;
        this.moment = now;
    }

    /** From here on the story happens so long ago. */
    Teller ago(Duration time) {
        moment = now.minus(time);
        return this;
    }

    Teller daysAgo(int days) {
        return ago(Duration.ofDays(days));
    }

    Teller hoursAgo(int hours) {
        return ago(Duration.ofHours(hours));
    }

    /** Some time passes; never beyond now. */
    Teller later(Duration time) {
        var next = moment.plus(time);
        moment = next.isAfter(now) ? now : next;
        return this;
    }

    UUID open(String unit, String kind, String fields) {
        return at().open(viewer(unit, Post.HANDLER), kind, Json.MAPPER.readTree(fields));
    }

    Teller act(String unit, UUID matter, String action, String fields) {
        return act(unit, Post.HANDLER, matter, action, fields);
    }

    Teller head(String unit, UUID matter, String action, String fields) {
        return act(unit, Post.HEAD, matter, action, fields);
    }

    private Teller act(String unit, Post post, UUID matter, String action, String fields) {
        at().act(viewer(unit, post), matter, action, Json.MAPPER.readTree(fields), null);
        return later(Duration.ofMinutes(35));
    }

    /** The matter that the step before opened. */
    UUID linked(String unit, UUID matter, String rel) {
        return matters.afterStep(viewer(unit, Post.HANDLER), matter)
                .matter()
                .linked(rel)
                .orElseThrow();
    }

    /** All matters that a step opened as this, in the order in which it did. */
    List<UUID> allLinked(String unit, UUID matter, String rel) {
        return matters.afterStep(viewer(unit, Post.HANDLER), matter).matter().links().stream()
                .filter(l -> l.rel().equals(rel))
                .map(Link::matter)
                .toList();
    }

    /** Two officers of the unit, as JSON (国务院令310号 第五条). */
    String officers(String unit) {
        return accounts.handlers(new UnitId(unit)).stream()
                .limit(2)
                .map(h -> "\"" + h.account().value() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The moment as the API takes it. */
    String time(Duration before) {
        return moment.minus(before).atZone(ZONE).toOffsetDateTime().withNano(0).toString();
    }

    /** A limit that somebody sets: so many days from today, for what is already past is no limit. */
    String ahead(int days) {
        return now.plus(Duration.ofDays(days))
                .atZone(ZONE)
                .toOffsetDateTime()
                .withNano(0)
                .toString();
    }

    /** Somebody of the unit who is not one of its first two officers, as JSON: who presides over a hearing did not investigate. */
    String presider(String unit) {
        return "\""
                + accounts.holders(new UnitId(unit), Post.HEAD)
                        .getFirst()
                        .account()
                        .value() + "\"";
    }

    /** The unit's first officer, as JSON. */
    String officer(String unit) {
        return "\"" + accounts.handlers(new UnitId(unit)).getFirst().account().value() + "\"";
    }

    /** The unit's second officer, as JSON; nobody tells a story as them. */
    String secondOfficer(String unit) {
        return "\"" + accounts.handlers(new UnitId(unit)).get(1).account().value() + "\"";
    }

    String day(int daysBefore) {
        return moment.minus(Duration.ofDays(daysBefore))
                .atZone(ZONE)
                .toLocalDate()
                .toString();
    }

    private Proceedings at() {
        return proceedings.asOf(Clock.fixed(moment, ZONE));
    }

    private Viewer viewer(String unit, Post post) {
        var holder = accounts.holders(new UnitId(unit), post).getFirst();
        return Viewer.of(holder.account(), new UnitId(unit), post, holder.name());
    }
}
