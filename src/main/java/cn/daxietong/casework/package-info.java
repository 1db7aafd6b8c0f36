/** 案件: facts and measures, the assessment of the law on them, the proposal and approval of a transfer, the penalty that waits for it. */
@ApplicationModule(
        displayName = "案件",
        allowedDependencies = {"shared", "matter", "law", "exhibit", "transfer", "document", "web"})
@NullMarked
package cn.daxietong.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
