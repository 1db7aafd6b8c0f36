package cn.daxietong.jointcase;

import cn.daxietong.matter.Matters;
import cn.daxietong.matter.Seen;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Views;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The live board of an operation: 方案 → 部署 → 出动 → 战果, for whoever sees it; it asks for itself anew while it runs. */
@Controller
class BoardController {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private final Matters matters;
    private final Units units;
    private final Clock clock;

    BoardController(Matters matters, Units units, Clock clock) {
        this.matters = matters;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/operations/{id}/board")
    ModelAndView board(Viewer viewer, @PathVariable String id) {
        var seen = matters.watch(viewer, id(id), "board");
        if (!(seen.matter().state() instanceof Operation operation)) {
            throw Refusal.notFound();
        }
        return Views.page("jointcase/board", "行动看板", Map.of("board", board(seen, operation)), "operation");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    private Board board(Seen<?> seen, Operation o) {
        var id = seen.matter().id();
        var status = OperationStatus.valueOf(seen.matter().status().toUpperCase(Locale.ROOT));
        return new Board(
                "/matters/" + id,
                "/operations/" + id + "/board",
                o.title(),
                seen.statusTitle(),
                minute(o.startsAt()),
                o.place(),
                Board.phases(status, !o.results().isEmpty()),
                o.all().stream().map(u -> party(o, u)).toList(),
                finds(o),
                !seen.closed(),
                minute(clock.instant()));
    }

    private Board.Party party(Operation o, UnitId unit) {
        var out = o.turnouts().stream().filter(t -> t.unit().equals(unit)).findFirst();
        return new Board.Party(
                units.shortName(unit),
                unit.equals(o.lead()) ? "牵头" : "参加",
                out.map(t -> minute(t.at()) + " 出动").orElse("未出动"),
                out.map(t -> t.people() + " 人，" + t.vehicles() + " 车").orElse(""));
    }

    private List<Board.Find> finds(Operation o) {
        return o.results().reversed().stream()
                .map(r -> new Board.Find(
                        minute(r.at()), units.shortName(r.unit()), r.site(), r.found() ? "发现问题" : "未发现问题", r.text()))
                .toList();
    }

    private String minute(Instant at) {
        return MINUTE.format(LocalDateTime.ofInstant(at, clock.getZone()));
    }
}
