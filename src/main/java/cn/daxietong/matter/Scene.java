package cn.daxietong.matter;

import cn.daxietong.shared.UnitId;
import cn.daxietong.shared.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who acts, when, and what may be looked up: all that a rule may know beside the matter and the action.
 *
 * @param cause the matter whose action led here, where this is a consequence and not a person's own step
 * @param about the matter that the action names, as {@link Step#about} lets it; the actor sees it
 * @param commodity of that matter, where its kind has one
 * @param alike the other open matters of this kind about the same that the actor sees, for a row that lets only one be
 * @param surveyed the acting unit's own open matters of the kind that the row {@link Step#surveys}
 */
public record Scene(
        Viewer viewer,
        Instant now,
        Directory directory,
        Optional<Matter<?>> cause,
        Optional<Matter<?>> about,
        Optional<String> commodity,
        List<Matter<?>> alike,
        List<Matter<?>> surveyed) {
    Scene(Viewer viewer, Instant now, Directory directory) {
        this(viewer, now, directory, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    public UnitId unit() {
        return viewer.unit();
    }

    Scene because(Matter<?> matter) {
        return new Scene(
                viewer, now, directory, Optional.of(matter), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    Scene about(Matter<?> matter) {
        return about(matter, Optional.empty());
    }

    Scene about(Matter<?> matter, Optional<String> itsCommodity) {
        return new Scene(viewer, now, directory, cause, Optional.of(matter), itsCommodity, alike, surveyed);
    }

    Scene surveying(List<Matter<?>> own) {
        return new Scene(viewer, now, directory, cause, about, commodity, alike, List.copyOf(own));
    }

    Scene beside(List<Matter<?>> others) {
        return new Scene(viewer, now, directory, cause, about, commodity, List.copyOf(others), surveyed);
    }

    /** Whether the matter's own step led here; it then knows already what it would be told. */
    boolean causedBy(java.util.UUID matter) {
        return cause.filter(m -> m.id().equals(matter)).isPresent();
    }

    public boolean isConsequence() {
        return cause.isPresent();
    }
}
