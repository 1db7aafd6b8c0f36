/** 线索: from a report through dispatch and verification to a case or a typed closing (notice 三（六）, 四（十八）). */
@ApplicationModule(
        displayName = "线索",
        allowedDependencies = {"shared", "matter", "law", "casework", "document", "web"})
@NullMarked
package cn.daxietong.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
