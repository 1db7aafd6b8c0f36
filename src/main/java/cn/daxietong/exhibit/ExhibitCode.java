package cn.daxietong.exhibit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 编号码: what stands on an item's label, in figures that a phone's keyboard and a hand scanner can type. It is the matter's number with a check
 * digit (Luhn), so that one wrong figure is a wrong code and never another item.
 */
record ExhibitCode(int year, int serial) {
    static final String SERIES = "鹿打私物";

    private static final Pattern NUMBER = Pattern.compile(SERIES + "〔(\\d{4})〕(\\d{1,9})号");
    private static final Pattern CODE = Pattern.compile("(?:.*[/\\s])?(\\d{4})-?(\\d{4,9})-?(\\d)");
    private static final int LONGEST = 300;

    /** The code of a matter's number, 鹿打私物〔2026〕12号. */
    static Optional<ExhibitCode> ofNumber(String number) {
        var read = NUMBER.matcher(number);
        return read.matches()
                ? Optional.of(new ExhibitCode(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2))))
                : Optional.empty();
    }

    /** What was typed or scanned: the code with or without its dashes, the number, or the whole address that the label's picture holds. */
    static Optional<ExhibitCode> read(String typed) {
        var text = typed.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var read = CODE.matcher(text);
        if (!read.matches()) {
            return ofNumber(text);
        }
        var code = new ExhibitCode(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2)));
        return code.text().replace("-", "").equals(read.group(1) + read.group(2) + read.group(3))
                ? Optional.of(code)
                : Optional.empty();
    }

    String number() {
        return SERIES + "〔" + year + "〕" + serial + "号";
    }

    /** 2026-0012-5. */
    String text() {
        return "%d-%04d-%d".formatted(year, serial, check());
    }

    private int check() {
        var digits = "%d%04d".formatted(year, serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
