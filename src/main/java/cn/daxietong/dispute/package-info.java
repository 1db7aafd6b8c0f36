/** 管辖异议: who answers for a matter is contested; agreed, coordinated by the office or designated by the common superior, with one duty-holder at every moment (notice 三（三）; 行政处罚法 第二十五条). */
@ApplicationModule(
        displayName = "管辖异议",
        allowedDependencies = {"shared", "matter", "document", "web"})
@NullMarked
package cn.daxietong.dispute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
