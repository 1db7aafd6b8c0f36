package cn.daxietong.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"机密★10年 关于专项行动的方案.pdf", "绝密★.docx", "（秘密）线索.pdf", "【机密】方案.ofd", "秘密 ★ 1年.txt", "机\u200b密★.pdf"})
    void a_name_marked_as_a_state_secret_is_refused_with_the_article(String name) {
        assertThatThrownBy(() -> FileName.of(name))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("保守国家秘密法》第二十九条至第三十一条")
                .extracting("code")
                .isEqualTo("state_secret_refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"侵犯商业秘密案材料.pdf", "韦喆、𠮷㛃笔录.txt", "机密码锁照片.jpg"})
    void an_ordinary_word_is_no_marking(String name) {
        assertThat(FileName.of(name).value()).isEqualTo(name);
    }

    @Test
    void paths_and_invisible_characters_are_taken_off_and_long_names_keep_their_extension() {
        assertThat(FileName.of("C:\\Users\\覃\\..\\照片.jpg").value()).isEqualTo("照片.jpg");
        assertThat(FileName.of("../../etc/材料.pdf").value()).isEqualTo("材料.pdf");
        assertThat(FileName.of("harm\u202egpj.exe").value()).isEqualTo("harmgpj.exe");
        assertThat(FileName.of("长".repeat(300) + ".pdf").value()).hasSize(200).endsWith("长.pdf");
        assertThatThrownBy(() -> FileName.of("/")).isInstanceOf(Refusal.class).hasMessageContaining("没有收到文件名");
    }
}
