package cn.daxietong.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "县市场监管局, xscjgj",
        "县公安局, xgaj",
        "柳州海关, lzhg",
        "寨沙镇, zsz",
        "导江乡, djx",
        "12345热线, 12345rx",
        "阿座, az",
        "㛃𠮷, ''"
    })
    void a_name_is_found_by_the_first_letters_of_its_syllables(String name, String letters) {
        assertThat(Initials.of(name)).isEqualTo(letters);
    }
}
