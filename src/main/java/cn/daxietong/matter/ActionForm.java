package cn.daxietong.matter;

import cn.daxietong.law.Article;
import cn.daxietong.shared.Refusal;
import cn.daxietong.web.Faults;
import cn.daxietong.web.FormTree;
import cn.daxietong.web.Link;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form of one action: its fields, what has been filled in, and what is wrong with it.
 *
 * @param signed what is approved, confirmed or decided on, so that nobody signs unseen
 */
public record ActionForm(
        Purpose purpose,
        List<Field> fields,
        Filled filled,
        Pickers pickers,
        @Nullable Trial trial,
        Shown.@Nullable Group signed) {

    /**
     * What the form is for.
     *
     * @param path where it posts to
     * @param back where one goes who does not send it
     * @param subject number and title of the matter; empty where it begins one
     * @param cautions what is to be thought of before it is done
     * @param consequences what will happen, one sentence each
     * @param caution absent where nothing warns
     */
    public record Purpose(
            String name,
            String title,
            String path,
            String back,
            String subject,
            @Nullable Article article,
            List<Offer.Lock> locks,
            List<Offer.Lock> cautions,
            List<String> consequences,
            @Nullable Caution caution) {}

    /** A warning in plain words and the way that the law asks for. */
    public record Caution(String words, Link way) {}

    /**
     * What has been filled in.
     *
     * @param version of the matter that the person has looked at; absent where there is none yet
     * @param once the token under which it is carried out once
     * @param typed whether it comes back from the server with what somebody typed
     */
    public record Filled(
            @Nullable Integer version,
            String once,
            FormTree tree,
            Faults faults,
            @Nullable Refusal refusal,
            boolean typed,
            Set<String> nothing) {
        /** Whether it was said that there is nothing to list. */
        public boolean none(String name) {
            return nothing.contains(name);
        }
    }

    /**
     * What the tables answer on the facts as they stand in the form; nothing of it is saved.
     *
     * @param findings absent where the facts cannot be read
     * @param faults why they cannot be
     */
    public record Trial(Sheet.@Nullable Findings findings, List<cn.daxietong.shared.Fault> faults) {}

    private static final Set<String> ALWAYS = Set.of("commodity", "description", "quantity", "unit", "value_yuan");

    /** Whether a file can be sent with it. */
    public boolean takesFiles() {
        return takesFiles(fields);
    }

    /** Whether a field may be left empty; then the form says how the others are marked. */
    public boolean anyOptional() {
        return anyOptional(fields);
    }

    private static boolean anyOptional(List<Field> some) {
        return some.stream().anyMatch(f -> !f.required() || anyOptional(f.fields()));
    }

    private static boolean takesFiles(List<Field> some) {
        return some.stream().anyMatch(f -> "attachments".equals(f.picks()) || takesFiles(f.fields()));
    }

    public String text(String name) {
        return filled.tree().text(name);
    }

    /** A box of lines: what was typed, or the list that it became. */
    public String lines(String name) {
        var typed = text(name);
        var lines = new StringBuilder(typed);
        for (int i = 0; i < filled.tree().count(name); i++) {
            lines.append(i == 0 ? "" : "\n").append(text(name + "[" + i + "]"));
        }
        return lines.toString();
    }

    /** As a browser's own picker takes it: 北京时间 without an offset. */
    public String moment(String name) {
        var text = text(name);
        if (!text.endsWith("Z")) {
            return text;
        }
        var local = FieldReader.instant(text).atZone(MatterView.ZONE).toLocalDateTime();
        return local.truncatedTo(java.time.temporal.ChronoUnit.MINUTES).toString();
    }

    public boolean chosen(String name, String value) {
        for (int i = 0; i < filled.tree().count(name); i++) {
            if (text(name + "[" + i + "]").equals(value)) {
                return true;
            }
        }
        return text(name).equals(value);
    }

    /** The faults with those of a list's lines brought to the list itself, for those are drawn as one box. */
    public Faults faults(String name) {
        var own = filled.faults().all().stream()
                .filter(f ->
                        f.field().equals(name) || f.field().matches(java.util.regex.Pattern.quote(name) + "\\[\\d+]"))
                .map(f -> new cn.daxietong.shared.Fault(name, f.code(), f.message()))
                .toList();
        return own.isEmpty() ? Faults.NONE : new Faults(own);
    }

    /** Whether each row is a file with at most a name to it, so that several can be chosen at once. */
    public static boolean onlyFiles(Field list) {
        return list.fields().equals(Fields.of(Enclosure.class));
    }

    public static String label(Field field) {
        return field.title().replace("（元）", "");
    }

    public static boolean simple(Field field) {
        return field.fields().isEmpty() && !field.type().equals("texts") && !money(field);
    }

    public static boolean money(Field field) {
        return field.name().endsWith("_yuan");
    }

    public static @Nullable String help(Field field) {
        var help = field.help();
        var example = field.example();
        return example == null ? help : (help == null ? "" : help + "。") + "如：" + example;
    }

    /** Whether a field of a lot of goods is asked first, given the commodity; the rest can be opened. */
    public boolean first(Field field, String row) {
        var commodity = text(row + ".commodity").isEmpty() ? text("facts.commodity") : text(row + ".commodity");
        return ALWAYS.contains(field.name())
                || cn.daxietong.law.Commodity.questions(commodity).contains(field.name());
    }

    /** Whether something stands in, or is wrong with, one of these. */
    public boolean any(List<Field> some, String row) {
        return some.stream()
                .anyMatch(f ->
                        !text(row + "." + f.name()).isEmpty() || filled.faults().of(row + "." + f.name()) != null);
    }
}
