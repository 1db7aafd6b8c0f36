/** Who takes part: units with their duties and clauses, the area tree, seats and their holders, each with dates and nothing overwritten. */
@ApplicationModule(
        displayName = "机构职责",
        allowedDependencies = {"shared", "database", "web"})
@NullMarked
package cn.daxietong.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
