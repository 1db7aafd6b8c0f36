/** Who must do what until when: the to-dos of a post, the lists of matters, notices, and what a person arranges for themselves among them. */
@ApplicationModule(
        displayName = "工作台",
        allowedDependencies = {"shared", "database", "law", "organization", "identity", "matter", "web"})
@NullMarked
package cn.daxietong.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
