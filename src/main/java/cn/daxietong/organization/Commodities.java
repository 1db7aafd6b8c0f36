package cn.daxietong.organization;

import cn.daxietong.database.Reading;
import cn.daxietong.database.Writing;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The thirteen kinds of goods of the notice and who leads on each. */
@Service
public class Commodities {
    private final Reading reading;
    private final Writing writing;
    private final Units units;
    private final ApplicationEventPublisher events;
    private volatile List<Commodity> all = List.of();

    /** Takes the units so that the notice is loaded before the first question. */
    Commodities(Reading reading, Writing writing, Units units, ApplicationEventPublisher events) {
        this.reading = reading;
        this.writing = writing;
        this.units = units;
        this.events = events;
    }

    public List<Commodity> all() {
        if (all.isEmpty()) {
            all = read();
        }
        return all;
    }

    public Optional<Commodity> find(String id) {
        return all().stream().filter(commodity -> commodity.id().equals(id)).findFirst();
    }

    public String name(String id) {
        return find(id).map(Commodity::name).orElse(id);
    }

    /** Only the office chooses, and only where the notice chose nobody. */
    void choose(String id, UnitId lead, Viewer viewer) {
        if (!viewer.unit().equals(UnitId.OFFICE) || !viewer.post().worksOnMatters()) {
            throw Refusal.forbidden("牵头单位由指挥部办公室明确。");
        }
        var commodity = find(id).orElseThrow(Refusal::notFound);
        if (!commodity.assumed()) {
            throw Refusal.forbidden("通知已明确牵头单位（" + commodity.clause() + "），不能在此更改。");
        }
        var unit = units.find(lead).orElseThrow(Refusal::notFound);
        writing.run(db -> {
            db.sql("update organization.commodity set lead_unit = ? where id = ?")
                    .params(lead.value(), id)
                    .update();
            events.publishEvent(
                    new OrganizationChanged(viewer, UnitId.OFFICE, "明确" + commodity.name() + "由" + unit.name() + "牵头"));
        });
        all = read();
    }

    private List<Commodity> read() {
        return reading.open(db -> db.sql(
                        "select id, name, lead_unit, transfer_to, plan_duty, clause from organization.commodity order by position")
                .query((row, n) -> new Commodity(
                        row.getString("id"),
                        row.getString("name"),
                        unit(row.getString("lead_unit")),
                        unit(row.getString("transfer_to")),
                        row.getString("clause"),
                        row.getString("plan_duty") == null))
                .list());
    }

    private static @Nullable UnitId unit(@Nullable String id) {
        return id == null ? null : new UnitId(id);
    }
}
