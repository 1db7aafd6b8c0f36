package cn.daxietong.organization;

import cn.daxietong.shared.Post;
import cn.daxietong.shared.Refusal;
import cn.daxietong.shared.Viewer;
import cn.daxietong.web.Views;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Import from Excel: template, upload, what failed and why, once more. */
@Controller
class ImportController {
    private static final long LARGEST = 2_000_000;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @GetMapping("/units/import")
    ModelAndView form(Viewer viewer) {
        require(viewer);
        return Views.page(
                "organization/import", "批量导入", Map.of("kinds", kinds(viewer), "most", Spreadsheets.MOST_ROWS), "units");
    }

    @GetMapping("/units/import/{kind}/template.xlsx")
    ResponseEntity<byte[]> template(@PathVariable String kind) {
        var known = ImportKind.of(kind);
        var example =
                switch (known) {
                    case UNITS -> List.of("U19", "鹿寨县示例局", "县示例局", "政府部门", "通知四", "450223", "2026-11-24");
                    case HOLDERS -> List.of("T01", "", "反走私联络员", "示例姓名", "0772-0000000", "2026-11-24");
                };
        return workbook(Spreadsheets.template(known, example), known.title() + "导入模板.xlsx");
    }

    @PostMapping("/units/import/{kind}")
    ModelAndView take(@PathVariable String kind, @RequestParam MultipartFile file, Viewer viewer) throws IOException {
        require(viewer);
        if (file.getSize() > LARGEST) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "too_large", "文件太大", "导入文件最大 2 MB，请分成几个文件。");
        }
        var known = ImportKind.of(kind);
        try (var content = file.getInputStream()) {
            return Views.redirect("/units/import/batches/"
                    + imports.take(known, Spreadsheets.read(content, known), viewer)
                            .id());
        }
    }

    @GetMapping("/units/import/batches/{id}")
    ModelAndView batch(@PathVariable UUID id, Viewer viewer) {
        return Views.page("organization/import-batch", "导入结果", Map.of("batch", imports.find(id, viewer)), "units");
    }

    @GetMapping("/units/import/batches/{id}/failed.xlsx")
    ResponseEntity<byte[]> failures(@PathVariable UUID id, Viewer viewer) {
        return workbook(Spreadsheets.failures(imports.find(id, viewer)), "未导入的行.xlsx");
    }

    @PostMapping("/units/import/batches/{id}/retry")
    ModelAndView retry(@PathVariable UUID id, Viewer viewer) {
        require(viewer);
        return Views.redirect(
                "/units/import/batches/" + imports.retry(id, viewer).id());
    }

    private static List<ImportKind> kinds(Viewer viewer) {
        return UnitAdministration.mayRestructure(viewer) ? List.of(ImportKind.values()) : List.of(ImportKind.HOLDERS);
    }

    private static void require(Viewer viewer) {
        if (viewer.post() != Post.UNIT_ADMIN && viewer.post() != Post.SYSTEM_ADMIN) {
            throw Refusal.forbidden("机构信息由本单位管理员或系统管理员维护。");
        }
    }

    private static ResponseEntity<byte[]> workbook(byte[] content, String name) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
