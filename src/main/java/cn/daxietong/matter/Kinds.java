package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Fault;
import cn.daxietong.shared.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The kinds of matter this platform knows, in the order in which they are shown. */
public final class Kinds {
    private final Map<String, MatterKind<?>> byCode;
    private final List<MatterKind<?>> all;
    private final Set<String> following;
    private final List<DerivedTable> derived;

    public Kinds(List<MatterKind<?>> kinds) {
        this(kinds, List.of());
    }

    /** @param derived what other modules derive from matters of any kind */
    public Kinds(List<MatterKind<?>> kinds, List<DerivedTable> derived) {
        this.derived = List.copyOf(derived);
        this.all = List.copyOf(kinds);
        this.following = kinds.stream()
                .filter(k ->
                        k.procedure().steps().stream().anyMatch(s -> s.action().equals(Followed.class)))
                .map(MatterKind::code)
                .collect(Collectors.toUnmodifiableSet());
        this.byCode = kinds.stream().collect(Collectors.toMap(MatterKind::code, k -> k, (a, b) -> b, TreeMap::new));
    }

    public List<MatterKind<?>> all() {
        return all;
    }

    /** @throws Refusal {@code not_found} where there is no such kind */
    public MatterKind<?> kind(String code) {
        var kind = byCode.get(code);
        if (kind == null) {
            throw Refusal.notFound();
        }
        return kind;
    }

    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    /** The codes of the kinds that hear of what happens to matters they are about. */
    public Set<String> following() {
        return following;
    }

    List<DerivedTable> derived() {
        return derived;
    }

    /** The matter, where its kind is one that an action may be about. */
    Matter<?> suitable(MatterKind<?> own, About<?> about, Matter<?> other) {
        if (suits(own, about, other)) {
            return other;
        }
        if (fits(own, about, other)) {
            throw Refusal.invalid(List.of(new Fault(about.field(), "already_closed", "该事项已经办结，请选择还在办理的事项")));
        }
        var wanted = about.kinds().isEmpty()
                ? own.title() + "以外的事项"
                : about.kinds().stream().map(k -> kind(k).title()).collect(Collectors.joining("、"));
        throw Refusal.invalid(List.of(new Fault(
                about.field(),
                "wrong_kind",
                "这里只能选择" + wanted + "，所选的是" + kind(other.kind()).title())));
    }

    boolean suits(MatterKind<?> own, About<?> about, Matter<?> other) {
        return fits(own, about, other)
                && !(about.open()
                        && kind(other.kind()).procedure().status(other.status()).closed());
    }

    private static boolean fits(MatterKind<?> own, About<?> about, Matter<?> other) {
        return about.kinds().isEmpty()
                ? !own.code().equals(other.kind())
                : about.kinds().contains(other.kind());
    }

    /** Who takes no part any more in what this matter is about. */
    public Optional<Barred> bars(Matter<?> matter) {
        return bars(kind(matter.kind()), matter);
    }

    @SuppressWarnings("unchecked")
    private static <S> Optional<Barred> bars(MatterKind<S> kind, Matter<?> matter) {
        return kind.bars((Matter<S>) matter);
    }

    /** Whether the matter names its officers as it stands, and so hears of what becomes of them. */
    boolean namesOfficers(Matter<?> matter) {
        var procedure = kind(matter.kind()).procedure();
        return procedure
                .step(procedure.status(matter.status()), Action.nameOf(OfficerChanged.class))
                .isPresent();
    }

    /** Who is asked to stand aside from what this matter is about. */
    Optional<AccountId> challenges(Matter<?> matter) {
        return challenges(kind(matter.kind()), matter);
    }

    @SuppressWarnings("unchecked")
    private static <S> Optional<AccountId> challenges(MatterKind<S> kind, Matter<?> matter) {
        return kind.challenges((Matter<S>) matter);
    }

    /** The commodity that a matter of any kind is about. */
    Optional<String> commodity(Matter<?> matter) {
        return commodity(kind(matter.kind()), matter);
    }

    @SuppressWarnings("unchecked") // a matter's state is what its kind's table works on
    private static <S> Optional<String> commodity(MatterKind<S> kind, Matter<?> matter) {
        return kind.commodity((S) java.util.Objects.requireNonNull(matter.state()));
    }

    /** What can be begun by hand about this matter, in order. */
    List<MatterKind<?>> about(Matter<?> matter) {
        return all.stream()
                .filter(k -> k.procedure().openingByHand().stream()
                        .flatMap(s -> s.about().stream())
                        .anyMatch(a -> a.offered() && suits(k, a, matter)))
                .toList();
    }

    /** The Chinese of a status code of some kind. */
    public String statusTitle(String kind, String status) {
        return kind(kind).procedure().status(status).title();
    }
}
