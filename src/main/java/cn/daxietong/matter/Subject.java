package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Somebody or something that a matter is about, told by what identifies it; kept encrypted and found again by keyed digest only. */
public record Subject(
        @Title("类别") @NotNull Type type,

        @Title(value = "号码", example = "桂B·****8") @NotNull Personal value,

        @Title("称呼") @Nullable Personal name) {

    /** What a subject is. */
    public enum Type {
        @Title("人员（证件号码）")
        PERSON,
        @Title("单位（统一社会信用代码）")
        COMPANY,
        @Title("车辆（车牌）")
        VEHICLE,
        @Title("电话")
        PHONE,
        @Title("场所")
        PREMISES
    }

    /** As plates look here: one of the provinces' words, a letter, five or six signs; those of 使馆, 警, 学, 挂, 港, 澳 end in their own word. */
    private static final Pattern PLATE =
            Pattern.compile("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使军][A-Z0-9]{5,6}[A-Z0-9领挂学警港澳]");

    private static final Pattern CITIZEN = Pattern.compile("\\d{17}[0-9X]");

    /** What is worth a second look in what was typed; nothing is refused for it, as a foreign plate looks otherwise. */
    static List<String> doubts(List<Subject> subjects) {
        return IntStream.range(0, subjects.size())
                .mapToObj(i -> subjects.get(i).doubt().map(d -> "第" + (i + 1) + "项" + d))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> doubt() {
        var typed = value.value().replaceAll("[\\s·.-]", "").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (type) {
                    case VEHICLE -> PLATE.matcher(typed).matches() ? null : "车辆的号牌不像境内号牌，请核对号牌；境外号牌或者没有号牌的不用改";
                    case PERSON -> CITIZEN.matcher(typed).matches() && !checks(typed) ? "人员的居民身份证号码与校验码不符，请核对号码" : null;
                    default -> null;
                });
    }

    /** The last sign of a citizen's number follows from the others (GB 11643, ISO 7064 MOD 11-2). */
    private static boolean checks(String number) {
        var sum = IntStream.range(0, 17)
                .map(i -> Character.digit(number.charAt(i), 10) * (1 << (17 - i)) % 11)
                .sum();
        return "10X98765432".charAt(sum % 11) == number.charAt(17);
    }

    /** As a document lists them, none in full: 车辆（车牌）：桂B****8（白***卡）；… */
    public static String masked(List<Subject> subjects) {
        return subjects.stream().map(Subject::masked).collect(Collectors.joining("；"));
    }

    private String masked() {
        return Fields.titleOf(type) + "：" + value.masked() + (name == null ? "" : "（" + name.masked() + "）");
    }
}
