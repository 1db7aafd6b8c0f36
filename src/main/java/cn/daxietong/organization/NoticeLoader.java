package cn.daxietong.organization;

import cn.daxietong.database.Writing;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the notice's units, areas, duties and commodities into an empty database; what people changed since is left as they left it. */
@Component
class NoticeLoader {
    private static final String COUNTY = "450223";
    private static final Map<String, String> OUTSIDE = Map.of("X01", "450200", "X03", "450200", "X04", "450000");

    private final Writing writing;

    NoticeLoader(Writing writing) {
        this.writing = writing;
    }

    void load() {
        writing.run(db -> {
            // Two processes may start at once on one database.
            db.sql("select pg_advisory_xact_lock(hashtext('organization.notice'))")
                    .query((row, n) -> n)
                    .list();
            var townships = Csv.read("notice/townships.csv");
            loadAreas(db, townships);
            loadUnits(db, townships);
            loadDuties(db);
            loadCommodities(db);
        });
    }

    private static void loadAreas(JdbcClient db, List<Map<String, String>> townships) {
        area(db, "450000", "广西壮族自治区", null, 1);
        area(db, "450200", "柳州市", "450000", 2);
        area(db, COUNTY, "鹿寨县", "450200", 3);
        for (var township : townships) {
            area(db, cell(township, "code"), cell(township, "name"), COUNTY, 4);
        }
    }

    private static void area(JdbcClient db, String code, String name, @Nullable String parent, int level) {
        db.sql("""
                        insert into organization.area (code, name, parent, level)
                        select :code, :name, :parent, :level
                         where not exists (select from organization.area where code = :code)
                        """)
                .param("code", code)
                .param("name", name)
                .param("parent", parent, Types.VARCHAR)
                .param("level", level)
                .update();
    }

    private static void loadUnits(JdbcClient db, List<Map<String, String>> townships) {
        for (var row : Csv.read("notice/units.csv")) {
            var id = cell(row, "id");
            var area = townships.stream()
                    .filter(township -> cell(township, "name").equals(cell(row, "short_name")))
                    .map(township -> cell(township, "code"))
                    .findFirst()
                    .orElse(OUTSIDE.getOrDefault(id, COUNTY));
            var added = db.sql("""
                            insert into organization.unit (id, kind, clause, hq_seats, area_code)
                            values (:id, :kind, :clause, :seats, :area) on conflict (id) do nothing
                            """)
                    .param("id", id)
                    .param("kind", cell(row, "kind"))
                    .param("clause", cell(row, "notice_clause"))
                    .param("seats", cell(row, "hq_seats"))
                    .param("area", area)
                    .update();
            if (added == 1) {
                db.sql("insert into organization.unit_name (unit, name, short_name) values (?, ?, ?)")
                        .params(id, cell(row, "name"), cell(row, "short_name"))
                        .update();
                loadSeats(db, id, cell(row, "hq_seats"));
            }
        }
    }

    /** The seats that the notice gives a unit in 指挥部; who sits there is entered by the unit, not by us. */
    private static void loadSeats(JdbcClient db, String unit, String seats) {
        for (var seat : seats.split(";", -1)) {
            if (!seat.isBlank()) {
                db.sql("insert into organization.seat (unit, title, origin) values (?, ?, '通知二')")
                        .params(unit, unit.equals("HQ") || unit.equals("OFFICE") ? seat : "指挥部" + seat)
                        .update();
            }
        }
    }

    private static void loadDuties(JdbcClient db) {
        int position = 0;
        for (var row : Csv.read("notice/duties.csv")) {
            var id = cell(row, "id");
            var units = cell(row, "unit");
            var added = db.sql("""
                            insert into organization.duty (id, clause, kind, cadence, commodity, duty, every_unit, position)
                            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                            """)
                    .params(
                            id,
                            cell(row, "clause"),
                            cell(row, "kind"),
                            cell(row, "cadence"),
                            cell(row, "commodity"),
                            cell(row, "duty"),
                            units.equals("*"),
                            position++)
                    .update();
            if (added == 1 && !units.equals("*")) {
                for (var unit : units.split(";", -1)) {
                    db.sql("insert into organization.duty_unit (duty, unit) values (?, ?)")
                            .params(id, unit)
                            .update();
                }
            }
        }
    }

    private static void loadCommodities(JdbcClient db) {
        int position = 0;
        for (var row : Csv.read("notice/commodities.csv")) {
            db.sql("""
                            insert into organization.commodity (id, name, lead_unit, transfer_to, plan_duty, clause, position)
                            values (?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?) on conflict (id) do nothing
                            """)
                    .params(
                            cell(row, "id"),
                            cell(row, "name"),
                            cell(row, "lead_unit"),
                            cell(row, "transfer_to"),
                            cell(row, "plan_duty"),
                            cell(row, "notice_clause"),
                            position++)
                    .update();
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
