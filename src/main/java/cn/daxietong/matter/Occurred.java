package cn.daxietong.matter;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Something that has happened: not in the future, and not before the People's Republic's first law could apply to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Constraint(validatedBy = {Occurred.OfDate.class, Occurred.OfInstant.class})
public @interface Occurred {
    String message() default "应是已经发生的时间：不早于1949年10月1日，不晚于现在";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks a day. */
    class OfDate implements ConstraintValidator<Occurred, LocalDate> {
        private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);

        @Override
        public boolean isValid(@Nullable LocalDate value, ConstraintValidatorContext context) {
            var today = LocalDate.now(context.getClockProvider().getClock().withZone(ZoneId.of("Asia/Shanghai")));
            return value == null || !value.isBefore(FIRST) && !value.isAfter(today);
        }
    }

    /** Checks a moment; a client's clock may run a few minutes ahead of ours. */
    class OfInstant implements ConstraintValidator<Occurred, Instant> {
        private static final Instant FIRST = Instant.parse("1949-09-30T16:00:00Z");

        @Override
        public boolean isValid(@Nullable Instant value, ConstraintValidatorContext context) {
            var latest = context.getClockProvider().getClock().instant().plus(Duration.ofMinutes(5));
            return value == null || !value.isBefore(FIRST) && !value.isAfter(latest);
        }
    }
}
