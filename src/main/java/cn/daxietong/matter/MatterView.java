package cn.daxietong.matter;

import cn.daxietong.law.ClockReading;
import cn.daxietong.law.Clocks;
import cn.daxietong.shared.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** A matter as the API answers it (api.md, Matter). */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MatterView(
        String id,
        String kind,
        String number,
        List<String> formerNumbers,
        String title,
        String status,
        String statusTitle,
        String ownerUnit,
        int version,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        List<ParticipantView> participants,
        List<ClockView> clocks,
        List<ActionView> actions,
        List<DocumentView> documents,
        List<LinkView> links,
        JsonNode data) {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final JsonMapper CLEAR = mapper(false);
    private static final JsonMapper MASKED = mapper(true);

    record ParticipantView(String unit, String role) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ClockView(
            String clock,
            String law,
            String article,
            OffsetDateTime startsAt,
            @Nullable OffsetDateTime dueAt,
            String state,
            String actorUnit,
            boolean provisional) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ActionView(
            String name,
            String title,
            @Nullable String law,
            @Nullable String article,
            @Nullable OffsetDateTime dueAt,
            List<Field> fields) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DocumentView(
            String id, String kind, String title, @Nullable String number) {}

    record LinkView(String rel, String matter) {}

    static <S> MatterView of(Seen<S> seen, Clocks clocks, Instant now) {
        var m = seen.matter();
        return new MatterView(
                m.id().toString(),
                m.kind(),
                m.number(),
                m.formerNumbers(),
                m.title(),
                m.status(),
                seen.statusTitle(),
                m.owner().value(),
                m.version(),
                local(m.createdAt()),
                local(m.updatedAt()),
                m.participants().stream()
                        .filter(Participant::sees)
                        .map(p -> new ParticipantView(p.unit().value(), p.role()))
                        .toList(),
                m.clocks().stream()
                        .map(c -> clock(c, clocks.read(c.ledger(), now)))
                        .toList(),
                seen.offers().stream()
                        .filter(Offer::open)
                        .map(o -> new ActionView(
                                o.name(),
                                o.title(),
                                o.law(),
                                o.article(),
                                o.dueAt() == null ? null : local(o.dueAt()),
                                o.fields()))
                        .toList(),
                m.documents().stream()
                        .map(d -> new DocumentView(d.id().toString(), d.kind(), d.title(), d.number()))
                        .toList(),
                seen.links().stream()
                        .map(l -> new LinkView(l.rel(), l.row().id().toString()))
                        .toList(),
                data(m.state(), seen.clear()));
    }

    private static ClockView clock(RunningClock clock, ClockReading reading) {
        var due = clock.dueAt();
        return new ClockView(
                clock.clock(),
                reading.rule().law(),
                reading.rule().article(),
                local(clock.startsAt()),
                due == null ? null : local(due),
                reading.state().name().toLowerCase(Locale.ROOT),
                clock.actorUnit().value(),
                reading.provisional());
    }

    /** The kind's own state, personal values masked for those whose part does not need them. */
    static JsonNode data(Object state, boolean clear) {
        return (clear ? CLEAR : MASKED).valueToTree(state);
    }

    static OffsetDateTime local(Instant at) {
        return at.atZone(ZONE).toOffsetDateTime();
    }

    private static JsonMapper mapper(boolean masked) {
        return Json.builder()
                .annotationIntrospector(new LeavingOut())
                .addModule(new SimpleModule("personal values").addSerializer(new Shown(masked)))
                .build();
    }

    private static final class LeavingOut extends JacksonAnnotationIntrospector {
        @Override
        public boolean hasIgnoreMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member.hasAnnotation(Unshown.class) || super.hasIgnoreMarker(config, member);
        }
    }

    private static final class Shown extends StdSerializer<Personal> {
        private final boolean masked;

        Shown(boolean masked) {
            super(Personal.class);
            this.masked = masked;
        }

        @Override
        public void serialize(Personal value, JsonGenerator json, SerializationContext context) {
            json.writeString(masked ? value.masked() : value.value());
        }
    }
}
