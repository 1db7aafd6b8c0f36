/** 案件移送: hands a case from one unit to another under 国务院令310号 and notice 三（三）, and holds both sides to their deadlines. */
@ApplicationModule(
        displayName = "移送",
        allowedDependencies = {"shared", "law", "matter", "document", "web"})
@NullMarked
package cn.daxietong.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
