package cn.daxietong.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A list that is taken away as a spreadsheet. */
public final class ExcelFile {
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ExcelFile() {}

    /**
     * Sends what was written for this answer alone, and deletes it, whether it arrives or not.
     *
     * @param name as it is saved, with its ending
     */
    public static void handOut(Path written, String name, HttpServletResponse response) throws IOException {
        try {
            response.setContentType(TYPE);
            response.setContentLengthLong(Files.size(written));
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name, StandardCharsets.UTF_8)
                            .build()
                            .toString());
            Files.copy(written, response.getOutputStream());
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
