package cn.daxietong.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The working body that a township founds for the same purpose (notice 五: 各乡镇人民政府相应成立领导工作机构). */
public record WorkingBody(
        long id,
        String name,
        String documentNo,
        LocalDate foundedOn,
        @Nullable LocalDate dissolvedOn,
        String note) {}
