package cn.daxietong.matter;

import java.util.List;

/** Something that identifies: a person's number, a plate, a phone, a company's code. */
public record Subject(String type, Personal value) {
    /** Whoever searches does not say which it is, so every type is tried. */
    static final List<String> TYPES = List.of("person", "company", "vehicle", "phone", "premises");

    public Subject {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("a type of subject that no search would try: " + type);
        }
    }
}
