/** 联合办案: a room of several units with a shared chronology and minutes, assistance asked of any unit, and operations from plan to result (notice 三（二）; 行政处罚法 第二十六条). */
@ApplicationModule(
        displayName = "联合办案",
        allowedDependencies = {"shared", "database", "organization", "matter", "document", "web"})
@NullMarked
package cn.daxietong.jointcase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
