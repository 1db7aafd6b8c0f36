package cn.daxietong.consultation;

import cn.daxietong.casework.Case;
import cn.daxietong.database.Reading;
import cn.daxietong.matter.Aside;
import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Seen;
import cn.daxietong.matter.Shown;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows an open case what court and procuratorate said that cases of its kind need, while it can still be mended (peers.md U18). */
@Component
class EvidenceAside implements Aside {
    private static final int MOST = 50;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA).withZone(ZoneId.of("Asia/Shanghai"));

    private final Reading reading;
    private final Matters matters;
    private final Units units;

    EvidenceAside(Reading reading, Matters matters, Units units) {
        this.reading = reading;
        this.matters = matters;
        this.units = units;
    }

    /** One item with where it comes from. */
    private record Item(
            UUID consultation,
            String number,
            UnitId unit,
            Instant at,
            String requirement,
            @Nullable String why) {}

    @Override
    public Optional<Shown.Group> beside(Viewer viewer, Seen<?> seen) {
        if (seen.closed() || !(seen.matter().state() instanceof Case kase)) {
            return Optional.empty();
        }
        var offence = ConsultationProcedure.of(kase.facts());
        var items = offence == null ? List.<Item>of() : items(viewer, offence);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        var open =
                matters.visible(viewer, items.stream().map(Item::consultation).toList());
        return Optional.of(new Shown.Group(
                "证据要求（咨询意见，仅供参考）", items.stream().<Shown>map(i -> line(i, open)).toList()));
    }

    private List<Item> items(Viewer viewer, Consultation.Offence offence) {
        return reading.as(viewer, db -> db.sql("""
                        select matter_id, number, unit_id, answered_at, requirement, why
                          from consultation.evidence
                         where commodity = ? and act = ?
                         order by answered_at desc, matter_id, place
                         limit ?
                        """)
                .params(offence.commodity(), offence.act(), MOST)
                .query((row, n) -> new Item(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        new UnitId(row.getString(3)),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5),
                        row.getString(6)))
                .list());
    }

    private Shown.Line line(Item item, Set<UUID> open) {
        var from = units.shortName(item.unit()) + DAY.format(item.at()) + "答复，" + item.number();
        return new Shown.Line(
                item.requirement(),
                item.why() == null ? from : item.why() + "（" + from + "）",
                open.contains(item.consultation()) ? "/matters/" + item.consultation() : null);
    }
}
