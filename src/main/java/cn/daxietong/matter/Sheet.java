package cn.daxietong.matter;

import cn.daxietong.attachment.Accepted;
import cn.daxietong.law.Article;
import cn.daxietong.law.JurisdictionAssessment;
import cn.daxietong.law.ThresholdAssessment;
import cn.daxietong.web.Badge;
import cn.daxietong.web.Course;
import cn.daxietong.web.Due;
import cn.daxietong.web.Link;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything the page of one matter shows one viewer. */
public record Sheet(
        Head head, Work work, List<Shown> data, @Nullable Findings findings, Trail trail, Papers papers) {

    /** What it is and where it stands. */
    public record Head(
            UUID id,
            String kind,
            String number,
            List<String> formerNumbers,
            String title,
            Badge status,
            String ownerDoes,
            String owner,
            @Nullable Due due,
            String since) {}

    /** What is to be done, by whom, until when, and where that stands in the procedure. */
    public record Work(
            List<Act> acts, List<Duty> duties, List<ClockLine> clocks, Course course, List<Beginning> beginnings) {
        public List<Act> first() {
            return acts.stream()
                    .filter(a -> a.due() || a.first())
                    .sorted(Comparator.comparing(a -> !a.first()))
                    .toList();
        }

        public List<Act> others() {
            return acts.stream()
                    .filter(a -> !a.due() && !a.first() && !a.idle())
                    .toList();
        }

        public List<Act> idle() {
            return acts.stream().filter(a -> !a.due() && !a.first() && a.idle()).toList();
        }

        public List<Duty> elsewhere() {
            return duties.stream().filter(d -> !d.mine()).toList();
        }

        public long running() {
            return clocks.stream().filter(ClockLine::runs).count();
        }
    }

    /**
     * An action of the viewer's.
     *
     * @param due whether it is a duty now, and not only possible
     * @param first whether it stands out, as {@link StandingOut} says
     */
    public record Act(
            Offer offer,
            boolean due,
            boolean first,
            @Nullable Due until,
            @Nullable Article article) {
        /** Whether it stands on the same article as another, so that a list cites it once. */
        public boolean sameLaw(Act other) {
            return article != null && article.equals(other.article());
        }

        /** Whether it has nothing to act on yet, as against being barred by the law. */
        boolean idle() {
            return !offer.open()
                    && offer.locks().stream().allMatch(l -> l.code().matches("(no|not|nothing)_.*"));
        }
    }

    /** What some unit must do. */
    public record Duty(
            boolean mine,
            String unit,
            @Nullable String post,
            String title,
            String law,
            @Nullable Due due) {}

    /** A clock with all that is needed to count it again by hand. */
    public record ClockLine(
            String title,
            String law,
            @Nullable Article article,
            String unit,
            String fact,
            String startsAt,
            String dueAt,
            String span,
            int counted,
            List<Skip> skipped,
            List<String> pauses,
            Due due,
            @Nullable Badge light,
            boolean runs,
            boolean provisional,
            boolean pendingReview,
            String ends) {}

    /** Days left out one after another for one reason. */
    public record Skip(String days, String reason, int count) {}

    /** What the tables answered. */
    public record Findings(
            ThresholdAssessment threshold,
            JurisdictionAssessment jurisdiction,
            List<String> missing,
            Function<String, @Nullable Article> articles,
            Function<Object, String> names) {
        public Badge badge() {
            var kind =
                    switch (threshold.result()) {
                        case REACHED -> Badge.Kind.FAULT;
                        case NEEDS_VALUATION, NEAR, NEEDS_CONSULTATION -> Badge.Kind.WARNING;
                        case NOT_REACHED -> Badge.Kind.IDLE;
                    };
            return new Badge(kind, threshold.result().title());
        }
    }

    /** What happened, who may see it and who looked. */
    public record Trail(List<Event> events, boolean newestFirst, List<Sight> sights, List<Glance> glances) {}

    public record Event(int version, String title, String at, String who, String law, String hash) {}

    public record Sight(String unit, String role, String basis, String from, String until) {}

    public record Glance(String at, String who, String unit, String purpose) {}

    /**
     * Documents, files and other matters.
     *
     * @param upload absent where the viewer may add no files now
     * @param pages what the kind shows on pages of its own
     */
    public record Papers(
            List<Paper> documents,
            List<File> files,
            List<Relative> relatives,
            @Nullable Upload upload,
            List<Link> pages) {}

    /** Where files are added, and which ones are taken. */
    public record Upload(String path, Accepted files) {}

    /** Another matter that can be begun about this one; {@code first} where it is the proper way, and stands out. */
    public record Beginning(String title, String href, boolean first) {}

    /** @param replaced whether the same form was issued again later, with a signature or what else was added to it */
    public record Paper(UUID id, String title, @Nullable String number, String unit, String at, boolean replaced) {}

    public record File(UUID id, String name, String size, String who, String at, String sha256) {}

    public record Relative(String rel, UUID id, String number, String title, String status, String owner) {}
}
