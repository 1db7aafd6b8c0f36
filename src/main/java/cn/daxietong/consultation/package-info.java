/** 会商咨询: questions to court, procuratorate and others with an end to answer by; answers are advice and become items of an evidence checklist (notice 四（四）, 四（五）). */
@ApplicationModule(
        displayName = "会商咨询",
        allowedDependencies = {"shared", "database", "organization", "matter", "casework", "law", "document", "web"})
@NullMarked
package cn.daxietong.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
