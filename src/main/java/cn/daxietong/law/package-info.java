/** The law as data: articles, calendars, clocks and the decision tables that route a case and test it against the thresholds; it decides nothing about guilt. */
@ApplicationModule(
        displayName = "法律依据",
        allowedDependencies = {"shared", "database", "web"})
@NullMarked
package cn.daxietong.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
