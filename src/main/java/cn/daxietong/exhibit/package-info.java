/** 涉案物品: each item under a measure followed from seizure to its end, with one custodian at every moment, and the stocktaking of a store (行政强制法 第二十三条至第二十八条). */
@ApplicationModule(
        displayName = "涉案物品",
        allowedDependencies = {"shared", "matter", "transfer", "document", "web"})
@NullMarked
package cn.daxietong.exhibit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
