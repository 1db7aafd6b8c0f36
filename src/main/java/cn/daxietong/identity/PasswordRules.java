package cn.daxietong.identity;

import cn.daxietong.shared.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a password that somebody chooses must be (GB/T 22239 8.1.4.1 a); generated ones are stronger by themselves. */
final class PasswordRules {
    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final Set<String> KNOWN_EVERYWHERE = Set.of(
            "password12",
            "passw0rd12",
            "admin12345",
            "admin@12345",
            "qwerty12345",
            "qwer1234!@",
            "1qaz2wsx3edc",
            "1qaz@wsx3e",
            "abc1234567",
            "a123456789",
            "aa123456789",
            "woaini1314",
            "luzhai@123",
            "luzhai1234",
            "p@ssw0rd12",
            "admin@123456");

    private PasswordRules() {}

    static List<Fault> faults(String password, String username) {
        var faults = new ArrayList<Fault>();
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            faults.add(fault("length", "密码须为 " + SHORTEST + " 至 " + LONGEST + " 个字符。"));
        }
        if (kinds(password) < 3) {
            faults.add(fault("too_simple", "密码须含大写字母、小写字母、数字、符号中的至少三类。"));
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(username.toLowerCase(Locale.ROOT))) {
            faults.add(fault("contains_username", "密码不能包含用户名。"));
        }
        if (KNOWN_EVERYWHERE.contains(lower) || runs(password)) {
            faults.add(fault("too_common", "密码过于常见，或含四个以上连续、重复的字符。"));
        }
        return faults;
    }

    private static int kinds(String password) {
        int upper = 0;
        int lower = 0;
        int digit = 0;
        int other = 0;
        for (int c : password.codePoints().toArray()) {
            if (Character.isUpperCase(c)) {
                upper = 1;
            } else if (Character.isLowerCase(c)) {
                lower = 1;
            } else if (Character.isDigit(c)) {
                digit = 1;
            } else {
                other = 1;
            }
        }
        return upper + lower + digit + other;
    }

    /** Five in a row that stay, rise or fall by one: 11111, 12345, edcba. */
    private static boolean runs(String password) {
        int length = 1;
        int step = 0;
        for (int i = 1; i < password.length(); i++) {
            int now = password.charAt(i) - password.charAt(i - 1);
            length = Math.abs(now) <= 1 && now == step ? length + 1 : 2;
            step = now;
            if (length >= 5 && Math.abs(step) <= 1) {
                return true;
            }
        }
        return false;
    }

    private static Fault fault(String code, String message) {
        return new Fault("password", code, message);
    }
}
