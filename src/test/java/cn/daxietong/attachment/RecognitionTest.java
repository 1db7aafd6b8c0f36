package cn.daxietong.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.daxietong.shared.Refusal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecognitionTest {
    private final Recognition recognition = new Recognition();

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void a_file_is_what_its_bytes_say() throws IOException {
        assertThat(kind(Bytes.JPEG, "现场.JPG")).isEqualTo(FileKind.JPEG);
        assertThat(kind(Bytes.PNG, "截图.png")).isEqualTo(FileKind.PNG);
        assertThat(kind(Bytes.MP4, "录像.mp4")).isEqualTo(FileKind.MP4);
        assertThat(kind(Bytes.PDF, "移送书.pdf")).isEqualTo(FileKind.PDF);
        assertThat(kind(Bytes.OLE, "台账.xls")).isEqualTo(FileKind.XLS);
        assertThat(kind(Bytes.zip("[Content_Types].xml", "word/document.xml"), "报告.docx"))
                .isEqualTo(FileKind.DOCX);
        assertThat(kind(Bytes.zip("[Content_Types].xml", "xl/workbook.xml"), "清单.xlsx"))
                .isEqualTo(FileKind.XLSX);
        assertThat(kind(Bytes.zip("OFD.xml", "Doc_0/Document.xml"), "移送书.ofd")).isEqualTo(FileKind.OFD);
        assertThat(kind("调查笔录，当事人韦喆。".getBytes(Charset.forName("GBK")), "笔录.txt"))
                .isEqualTo(FileKind.TXT);
        assertThat(kind("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "数据.csv"))
                .isEqualTo(FileKind.CSV);
    }

    @Test
    void a_name_that_says_something_else_is_refused_in_plain_words() {
        assertThatThrownBy(() -> kind(Bytes.PDF, "照片.jpg"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“照片.jpg”按扩展名应是JPEG 图片，内容却是PDF 文档")
                .extracting("code")
                .isEqualTo("extension_mismatch");
    }

    @Test
    void archives_programs_and_pages_are_refused_whatever_they_are_called() {
        assertRefused(Bytes.zip("照片.jpg"), "材料.zip", "archive_refused");
        assertRefused(Bytes.zip("照片.jpg"), "材料.docx", "archive_refused");
        assertRefused(Bytes.RAR, "材料.pdf", "archive_refused");
        assertRefused(Bytes.EXE, "照片.jpg", "type_refused");
        assertRefused(Bytes.EXE, "程序.exe", "type_refused");
        assertRefused(
                "<!DOCTYPE html><html><script>1</script>".getBytes(StandardCharsets.UTF_8), "笔录.txt", "type_refused");
        assertRefused(
                Bytes.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
                "报告.docx",
                "type_refused");
    }

    private void assertRefused(byte[] content, String name, String code) {
        assertThatThrownBy(() -> kind(content, name))
                .isInstanceOf(Refusal.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private FileKind kind(byte[] content, String name) throws IOException {
        return recognition.recognize(Files.write(folder.resolve("file"), content), name);
    }
}
