/** 案件协调: 县委政法委 brings together the units that differ over a major or difficult case and gives advice, which decides nothing in their place (notice 四（三）). */
@ApplicationModule(
        displayName = "案件协调",
        allowedDependencies = {"shared", "matter", "document", "web"})
@NullMarked
package cn.daxietong.coordination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
