package cn.daxietong.matter;

import cn.daxietong.document.Draft;
import cn.daxietong.document.OfficialDocument;
import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a step issues; the spine adds masthead, number, seal and date.
 *
 * @param kind stable code, such as {@code supervision_notice}
 * @param title its name in Chinese
 * @param word what stands in its number after the issuer's own word, such as 督; absent for letters without a number
 * @param issuer the unit whose letter it is
 * @param words what it says
 */
public record Letter<S>(
        String kind, String title, @Nullable String word, Function<Matter<S>, UnitId> issuer, Words<S> words)
        implements DocumentTemplate<S> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日H时mm分");

    /** Writes the body, from addressee to copies. */
    @FunctionalInterface
    public interface Words<S> {
        Draft write(Draft letter, Matter<S> matter, Scene scene);
    }

    @Override
    public UnitId issuer(Matter<S> matter) {
        return issuer.apply(matter);
    }

    @Override
    public Optional<String> series(Matter<S> matter, Directory directory) {
        return Optional.ofNullable(word).map(w -> directory.documentPrefix(issuer(matter)) + w);
    }

    @Override
    public OfficialDocument compose(Matter<S> matter, Scene scene, @Nullable String number) {
        var from = scene.directory().fullName(issuer(matter));
        var letter = OfficialDocument.letter(title, from).number(number);
        return words.write(letter, matter, scene)
                .sealed(from, scene.now().atZone(ZONE).toLocalDate())
                .done();
    }

    /** What is {@linkplain Matter#cited() cited}, as a letter names it: “title”（number）. */
    public static String named(String cited) {
        var title = Matter.titleIn(cited);
        return "“" + title + "”" + (title.equals(cited) ? "" : "（" + cited.substring(0, cited.indexOf(' ')) + "）");
    }

    /** 2026年11月26日, as a letter writes a day. */
    public static String day(Instant at) {
        return DAY.format(at.atZone(ZONE));
    }

    /** 2026年11月26日17时30分, as a letter writes a moment. */
    public static String minute(Instant at) {
        return MINUTE.format(at.atZone(ZONE));
    }
}
