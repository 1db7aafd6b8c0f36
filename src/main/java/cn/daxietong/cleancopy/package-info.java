/** 净化副本: copies of files that strangers sent, made anew from what can be seen and heard, so that nothing identifies whoever made the file (notice 三（六） 保密). */
@ApplicationModule(
        displayName = "净化副本",
        allowedDependencies = {"shared", "attachment"})
@NullMarked
package cn.daxietong.cleancopy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
