/** The one PostgreSQL: starting the embedded server, migrating, and the two doors through which rows are read and written. */
@ApplicationModule(displayName = "数据库", allowedDependencies = "shared")
@NullMarked
package cn.daxietong.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
