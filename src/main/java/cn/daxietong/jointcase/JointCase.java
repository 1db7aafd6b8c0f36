package cn.daxietong.jointcase;

import cn.daxietong.jointcase.JointCaseAction.Convene;
import cn.daxietong.jointcase.JointCaseAction.HoldMeeting;
import cn.daxietong.jointcase.JointCaseAction.Relation;
import cn.daxietong.matter.Subject;
import cn.daxietong.shared.Title;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a joint case.
 *
 * @param lead the unit that convened it and answers for it
 * @param members who was asked to take part, and what came of it
 */
public record JointCase(
        @Title("名称") String title,
        @Title(value = "要解决的问题", multiline = true) String purpose,
        @Title("牵头单位") UnitId lead,
        @Title("成员单位") List<Member> members,
        @Title("办案经过") List<Event> chronology,
        @Title("涉案对象") List<Subject> subjects,
        @Title("关联案件") List<Related> related,
        @Title("会商纪要") List<Meeting> meetings,

        @Title(value = "专题研究的问题", multiline = true) @Nullable
        String problem,

        @Title(value = "结果", multiline = true) @Nullable String result) {

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

    static JointCase convened(Convene c, UnitId lead) {
        return new JointCase(
                c.title(),
                c.purpose(),
                lead,
                c.units().stream()
                        .filter(u -> !u.equals(lead))
                        .distinct()
                        .map(u -> new Member(u, Part.INVITED))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    Set<UnitId> invited() {
        return with(Part.INVITED);
    }

    Set<UnitId> joined() {
        return with(Part.JOINED);
    }

    /** Whoever takes part, the lead first. */
    Set<UnitId> working() {
        var all = new LinkedHashSet<UnitId>(Set.of(lead));
        all.addAll(with(Part.JOINED));
        return all;
    }

    private Set<UnitId> with(Part part) {
        return members.stream()
                .filter(m -> m.part() == part)
                .map(Member::unit)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    JointCase member(UnitId unit, Part part) {
        var all = new ArrayList<>(members);
        all.removeIf(m -> m.unit().equals(unit));
        all.add(new Member(unit, part));
        return new JointCase(
                title, purpose, lead, List.copyOf(all), chronology, subjects, related, meetings, problem, result);
    }

    JointCase recorded(Instant at, String text, UnitId unit) {
        return new JointCase(
                title,
                purpose,
                lead,
                members,
                plus(chronology, new Event(at, unit, text)),
                subjects,
                related,
                meetings,
                problem,
                result);
    }

    JointCase after(List<Subject> more) {
        var all = new ArrayList<>(subjects);
        all.addAll(more);
        return new JointCase(
                title, purpose, lead, members, chronology, List.copyOf(all), related, meetings, problem, result);
    }

    /** A case belongs to it in one way; a later one takes the place of the former. */
    JointCase relating(Related other) {
        var others = related.stream()
                .filter(r -> !r.caseNumber().equals(other.caseNumber()))
                .toList();
        return new JointCase(
                title, purpose, lead, members, chronology, subjects, plus(others, other), meetings, problem, result);
    }

    JointCase met(HoldMeeting h) {
        var meeting = new Meeting(h.at(), h.units(), h.minutes(), h.resolutions());
        return new JointCase(
                title, purpose, lead, members, chronology, subjects, related, plus(meetings, meeting), problem, result);
    }

    JointCase studying(String what) {
        return new JointCase(title, purpose, lead, members, chronology, subjects, related, meetings, what, result);
    }

    JointCase ended(String how) {
        return new JointCase(title, purpose, lead, members, chronology, subjects, related, meetings, problem, how);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        var all = new ArrayList<>(list);
        all.add(one);
        return List.copyOf(all);
    }
}
