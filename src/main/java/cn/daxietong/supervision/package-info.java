/** 案件督办: the office examines what units apply for, sets an end and has the result verified before it lets go (notice 三（四）, 四（八）). */
@ApplicationModule(
        displayName = "督办",
        allowedDependencies = {"shared", "matter", "casework", "document", "law", "web"})
@NullMarked
package cn.daxietong.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
