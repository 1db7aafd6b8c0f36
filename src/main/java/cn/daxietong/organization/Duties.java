package cn.daxietong.organization;

import cn.daxietong.database.Reading;
import cn.daxietong.shared.UnitId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The notice's duties, by unit and by id. They are its text and do not change here. */
@Service
public class Duties {
    private final Reading reading;
    private volatile List<Duty> all = List.of();

    /** Takes the units so that the notice is loaded before the first question. */
    Duties(Reading reading, @SuppressWarnings("unused") Units units) {
        this.reading = reading;
    }

    public List<Duty> all() {
        if (all.isEmpty()) {
            all = reading.open(db -> db.sql("""
                                    select d.id, d.clause, d.kind, d.cadence, d.commodity, d.duty,
                                           coalesce(string_agg(u.unit, ';' order by u.unit), '') as units
                                      from organization.duty d left join organization.duty_unit u on u.duty = d.id
                                     group by d.id order by d.position
                                    """)
                    .query((row, n) -> new Duty(
                            row.getString("id"),
                            row.getString("clause"),
                            row.getString("kind"),
                            row.getString("cadence"),
                            row.getString("commodity"),
                            row.getString("duty"),
                            units(row.getString("units"))))
                    .list());
        }
        return all;
    }

    public Optional<Duty> find(String id) {
        return all().stream().filter(duty -> duty.id().equals(id)).findFirst();
    }

    /** Its own duties first, then those of every unit. */
    public List<Duty> of(UnitId unit) {
        return all().stream()
                .filter(duty -> duty.units().isEmpty() || duty.units().contains(unit))
                .sorted((a, b) -> Boolean.compare(a.units().isEmpty(), b.units().isEmpty()))
                .toList();
    }

    private static List<UnitId> units(String ids) {
        return Arrays.stream(ids.split(";", -1))
                .filter(id -> !id.isBlank())
                .map(UnitId::new)
                .toList();
    }
}
