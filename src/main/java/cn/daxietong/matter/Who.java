package cn.daxietong.matter;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may act, or is told: the units in some part of the matter, and the post in them.
 *
 * @param title in Chinese, for the reason shown to everybody else
 * @param units absent: any unit; empty: nobody, as for what only the platform does
 */
public record Who<S>(
        String title,
        Function<Matter<S>, Optional<Set<UnitId>>> units,
        @Nullable Post post) {

    public static <S> Who<S> anyUnit() {
        return new Who<>("各成员单位", m -> Optional.empty(), null);
    }

    public static <S> Who<S> owner() {
        return new Who<>("承办单位", m -> Optional.of(Set.of(m.owner())), null);
    }

    public static <S> Who<S> office() {
        return unit("指挥部办公室", UnitId.OFFICE);
    }

    public static <S> Who<S> unit(String title, UnitId unit) {
        return new Who<>(title, m -> Optional.of(Set.of(unit)), null);
    }

    /** Whoever takes part in this role now, one unit or several. */
    public static <S> Who<S> role(String title, String role) {
        return new Who<>(title, m -> Optional.of(m.unitsWithRole(role)), null);
    }

    /** The units that the state names. */
    public static <S> Who<S> each(String title, Function<S, Set<UnitId>> units) {
        return new Who<>(title, m -> Optional.of(units.apply(m.state())), null);
    }

    /** Whoever works on the matter now, or brought it in; not those who only look on. */
    static <S> Who<S> atWork() {
        return new Who<>(
                "参与办理的单位",
                m -> Optional.of(m.participants().stream()
                        .filter(p -> p.sees() && Role.of(p.role()).works())
                        .map(Participant::unit)
                        .collect(Collectors.toUnmodifiableSet())),
                null);
    }

    public static <S> Who<S> of(String title, Function<S, Optional<UnitId>> unit) {
        return new Who<>(
                title, m -> Optional.of(unit.apply(m.state()).map(Set::of).orElse(Set.of())), null);
    }

    /** Nobody by hand: a consequence of another matter's step, or of the time. */
    public static <S> Who<S> platform() {
        return new Who<>("平台", m -> Optional.of(Set.of()), null);
    }

    public Who<S> or(Who<S> other) {
        return new Who<>(
                title + "或" + other.title,
                m -> units.apply(m).flatMap(mine -> other.units.apply(m).map(theirs -> {
                    var both = new java.util.LinkedHashSet<>(mine);
                    both.addAll(theirs);
                    return Set.copyOf(both);
                })),
                post);
    }

    /** Only the head, or whoever stands in for an absent head (国务院令310号 第五条: 正职负责人或者主持工作的负责人). */
    public Who<S> head() {
        return new Who<>(title + "正职负责人", units, Post.HEAD);
    }

    /** Only those who handle matters themselves. */
    public Who<S> handler() {
        return new Who<>(title + "经办人", units, Post.HANDLER);
    }

    boolean admits(Matter<S> matter, Viewer viewer) {
        return admitsPost(viewer)
                && units.apply(matter).map(u -> u.contains(viewer.unit())).orElse(true);
    }

    boolean admitsPost(Viewer viewer) {
        return post == null ? viewer.post().worksOnMatters() : viewer.post() == post;
    }

    Set<UnitId> unitsOf(Matter<S> matter) {
        return units.apply(matter).orElse(Set.of());
    }
}
