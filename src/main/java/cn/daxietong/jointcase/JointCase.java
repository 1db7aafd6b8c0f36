package cn.daxietong.jointcase;

import cn.daxietong.jointcase.JointCaseAction.Convene;
import cn.daxietong.jointcase.JointCaseAction.HoldMeeting;
import cn.daxietong.jointcase.JointCaseAction.Relation;
import cn.daxietong.matter.Matter;
import cn.daxietong.matter.Subject;
import cn.daxietong.matter.Unshown;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a joint case.
 *
 * @param members who was asked to take part, and what came of it
 */
public record JointCase(
        @JsonUnwrapped Call call,
        @Title("成员单位") List<Member> members,
        @JsonUnwrapped Room room,
        @JsonUnwrapped Ending ending) {

    /**
     * What it was convened for.
     *
     * @param lead the unit that convened it and answers for it
     */
    record Call(
            @Title("名称") String title,
            @Title(value = "要解决的问题", multiline = true) String purpose,
            @Title("牵头单位") UnitId lead) {}

    /** What the units put together. */
    record Room(
            @Title("办案经过") List<Event> chronology,
            @Title("涉案对象") List<Subject> subjects,
            @Title("关联案件") List<Related> related,
            @Title("会商纪要") List<Meeting> meetings,
            @Title("共享涉案物品的案件") List<Shared> goods) {
        static final Room EMPTY = new Room(List.of(), List.of(), List.of(), List.of(), List.of());

        @SuppressWarnings("NullAway") // what was written before goods were shared arrives as null
        Room {
            goods = goods == null ? List.of() : once(goods);
        }

        /** Units that shared a case one after the other become one when they are merged; the newest sharing has the number that the case has now. */
        private static List<Shared> once(List<Shared> all) {
            return List.copyOf(all.stream()
                    .collect(Collectors.toMap(
                            s -> List.of(s.matter, s.unit), s -> s, (earlier, later) -> later, LinkedHashMap::new))
                    .values());
        }

        /** In the order in which things happened, whoever wrote them down when. */
        Room recorded(Event event) {
            var all = plus(chronology, event).stream()
                    .sorted(Comparator.comparing(Event::at))
                    .toList();
            return new Room(all, subjects, related, meetings, goods);
        }

        Room after(List<Subject> more) {
            var all = Stream.concat(subjects.stream(), more.stream()).toList();
            return new Room(chronology, all, related, meetings, goods);
        }

        /** A case belongs to it in one way; a later one takes the place of the former. */
        Room relating(Related other) {
            var others = related.stream()
                    .filter(r -> !r.caseNumber().equals(other.caseNumber()))
                    .toList();
            return new Room(chronology, subjects, plus(others, other), meetings, goods);
        }

        Room met(Meeting meeting) {
            return new Room(chronology, subjects, related, plus(meetings, meeting), goods);
        }

        Room sharing(Shared one) {
            return new Room(chronology, subjects, related, meetings, plus(goods, one));
        }

        Room without(Predicate<Shared> withdrawn) {
            var kept = goods.stream().filter(withdrawn.negate()).toList();
            return new Room(chronology, subjects, related, meetings, kept);
        }

        private static <T> List<T> plus(List<T> list, T one) {
            return Stream.concat(list.stream(), Stream.of(one)).toList();
        }
    }

    /** How it goes on, and how it ends. */
    record Ending(
            @Title(value = "专题研究的问题", multiline = true) @Nullable
            String problem,

            @Title(value = "结果", multiline = true) @Nullable String result) {}

    /** A unit that was invited. */
    record Member(@Title("单位") UnitId unit, @Title("状态") Part part) {}

    /** Whether an invited unit takes part. */
    enum Part {
        @Title("已邀请")
        INVITED,
        @Title("已参加")
        JOINED,
        @Title("不参加")
        STAYED_OUT,
        @Title("已退出")
        LEFT
    }

    /** A line of the shared chronology. */
    record Event(
            @Title("发生时间") Instant at,
            @Title("记录单位") UnitId unit,
            @Title("内容") String text) {}

    /** A case that belongs to it; it stays a case of its own. */
    record Related(
            @Title("案件") String caseNumber,
            @Title("关系") Relation relation,
            @Title("理由") String reason) {}

    /** What was talked over and agreed. */
    record Meeting(
            @Title("时间") Instant at,
            @Title("参加单位") List<UnitId> units,
            @Title("纪要") String minutes,
            @Title("议定事项") List<String> resolutions) {}

    /**
     * A case whose goods the room is shown: those that are registered while the unit that shared them answers for it. What goes on when another
     * unit takes the case over leaves with it; what had ended by then stays as that unit left it.
     *
     * @param matter the case, which most in the room may not see
     */
    record Shared(
            @Unshown UUID matter,
            @Title("案件") String caseNumber,
            @Title("共享单位") UnitId unit,
            @Title("共享时间") Instant since) {
        boolean is(Matter<?> kase, UnitId by) {
            return matter.equals(kase.id()) && unit.equals(by);
        }

        boolean is(String number, UnitId by) {
            return caseNumber.equals(number) && unit.equals(by);
        }
    }

    static JointCase convened(Convene c, UnitId lead) {
        return new JointCase(
                new Call(c.title(), c.purpose(), lead),
                c.units().stream()
                        .filter(u -> !u.equals(lead))
                        .distinct()
                        .map(u -> new Member(u, Part.INVITED))
                        .toList(),
                Room.EMPTY,
                new Ending(null, null));
    }

    UnitId lead() {
        return call.lead;
    }

    Set<UnitId> invited() {
        return with(Part.INVITED);
    }

    Set<UnitId> joined() {
        return with(Part.JOINED);
    }

    /** Whoever takes part, the lead first. */
    Set<UnitId> working() {
        var all = new LinkedHashSet<UnitId>(Set.of(call.lead));
        all.addAll(with(Part.JOINED));
        return all;
    }

    private Set<UnitId> with(Part part) {
        return members.stream()
                .filter(m -> m.part() == part)
                .map(Member::unit)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whoever has goods in the room. */
    Set<UnitId> sharing() {
        return room.goods.stream().map(Shared::unit).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    JointCase member(UnitId unit, Part part) {
        var others = members.stream().filter(m -> !m.unit().equals(unit)).toList();
        return new JointCase(call, Room.plus(others, new Member(unit, part)), room, ending);
    }

    /** A unit that leaves takes its goods with it. */
    JointCase left(UnitId unit) {
        return member(unit, Part.LEFT).with(room.without(s -> s.unit().equals(unit)));
    }

    JointCase recorded(Instant at, String text, UnitId unit) {
        return with(room.recorded(new Event(at, unit, text)));
    }

    JointCase after(List<Subject> more) {
        return with(room.after(more));
    }

    JointCase relating(Related other) {
        return with(room.relating(other));
    }

    JointCase met(HoldMeeting h) {
        return with(room.met(new Meeting(h.at(), h.units(), h.minutes(), h.resolutions())));
    }

    JointCase sharing(Shared one) {
        return with(room.sharing(one));
    }

    JointCase withdrawn(String caseNumber, UnitId unit) {
        return with(room.without(s -> s.is(caseNumber, unit)));
    }

    JointCase studying(String what) {
        return new JointCase(call, members, room, new Ending(what, ending.result));
    }

    JointCase ended(String how) {
        return new JointCase(call, members, room, new Ending(ending.problem, how));
    }

    private JointCase with(Room next) {
        return new JointCase(call, members, next, ending);
    }
}
