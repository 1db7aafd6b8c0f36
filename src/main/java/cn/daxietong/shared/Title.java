package cn.daxietong.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What people read for an action, a field or a choice, in Chinese; with a word of help and an example where they serve. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.METHOD})
public @interface Title {
    String value();

    String help() default "";

    String example() default "";

    /** What the picker beside the field offers: commodity, unit, accounts, attachments, items, clock. */
    String picks() default "";

    /** Choices of the type that this field does not offer, as the API names them. */
    String[] without() default {};

    /** Whether “不清楚” is an answer of its own to a question of yes or no; else leaving it out means no. */
    boolean unknown() default false;

    /** Shown as a box of several lines. */
    boolean multiline() default false;
}
