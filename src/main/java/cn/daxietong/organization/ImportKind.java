package cn.daxietong.organization;

import cn.daxietong.shared.Refusal;
import java.util.List;
import java.util.Locale;

/** What can be imported, with the columns of its template. */
public enum ImportKind {
    UNITS("单位", List.of("单位代码", "单位名称", "简称", "类别", "依据条款", "行政区划代码", "起始日期")),
    HOLDERS("职务和任职人员", List.of("单位代码", "工作机构", "职务", "姓名", "电话", "任职日期"));

    private final String title;
    private final List<String> columns;

    ImportKind(String title, List<String> columns) {
        this.title = title;
        this.columns = columns;
    }

    public String title() {
        return title;
    }

    public List<String> columns() {
        return columns;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportKind of(String code) {
        for (var kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw Refusal.notFound();
    }
}
