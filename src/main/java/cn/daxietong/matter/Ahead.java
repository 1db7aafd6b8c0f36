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
import org.jspecify.annotations.Nullable;

/** An end that somebody sets: after now, and within three years, so that a slip of the pen is not taken for a limit. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Constraint(validatedBy = Ahead.OfInstant.class)
public @interface Ahead {
    String message() default "期限应在现在之后、三年之内";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks a moment. */
    class OfInstant implements ConstraintValidator<Ahead, Instant> {
        private static final Duration LONGEST = Duration.ofDays(3 * 365);

        @Override
        public boolean isValid(@Nullable Instant value, ConstraintValidatorContext context) {
            var now = context.getClockProvider().getClock().instant();
            return value == null || value.isAfter(now) && value.isBefore(now.plus(LONGEST));
        }
    }
}
